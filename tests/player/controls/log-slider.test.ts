import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromSlider, sliderSteps, toSlider } from '../../../src/player/controls/log-slider.ts'

describe.each([
  { min: 0.05, max: 50, step: 0.05 },
  { min: 1, max: 1797, step: 1 },
  { min: 0, max: 100, step: 0.1 },
])('a slider from $min to $max', (range) => {
  test('has its ends at its ends', () => {
    expect([range.min, range.max].map((value) => toSlider(value, range))).toEqual([0, sliderSteps])
    expect([0, sliderSteps].map((at) => fromSlider(at, range))).toEqual([range.min, range.max])
  })

  test('puts any allowed value on the slider, and gives back one near it', () => {
    fc.assert(
      fc.property(fc.double({ ...range, noNaN: true }), (value) => {
        const at = toSlider(value, range)
        expect(Number.isInteger(at) && at >= 0 && at <= sliderSteps).toBe(true)
        const back = fromSlider(at, range)
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.12 * value + range.step)
      }),
      { seed: 1 },
    )
  })

  test('never goes down on the way up', () => {
    const values = Array.from({ length: sliderSteps + 1 }, (_, at) => fromSlider(at, range))
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })
})
