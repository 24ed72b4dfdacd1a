import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Domain, ticks, tickWidth } from '../../../src/charts/layout/ticks.ts'
import type { Axis } from '../../../src/charts/model/chart.ts'

const log: Axis = { label: '', scale: 'log', domain: [1, 10] }
const linear: Axis = { label: '', scale: 'linear', domain: [0, 1] }
const up = (axis: Axis, domain: Domain) =>
  ticks(axis, domain, { length: 330, size: 14, direction: 'up' })
const across = (axis: Axis, domain: Domain, length = 280) =>
  ticks(axis, domain, { length, size: 13, direction: 'across' })
const words = (marks: ReturnType<typeof ticks>) =>
  marks.map(({ text, exponent }) => (exponent === undefined ? text : `${text}^${exponent}`))

describe('ticks', () => {
  it('are whole decades, thinned evenly', () => {
    expect(words(up(log, [1e-10, 1]))).toEqual([
      '10^−10',
      '10^−8',
      '10^−6',
      '10^−4',
      '10^−2',
      '10^0',
    ])
    const many = up(log, [1e-300, 1])
    expect(many.length).toBeGreaterThan(2)
    expect(many.length).toBeLessThan(12)
  })

  it('name the steps within a decade', () => {
    expect(words(up(log, [0.2, 5]))).toEqual(['0.2', '0.5', '1', '2', '5'])
  })

  it('are short plain numbers with a true minus', () => {
    expect(words(across(linear, [-6, 6]))).toEqual(['−6', '−4', '−2', '0', '2', '4', '6'])
    expect(words(up(linear, [0, 1]))).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1.0'])
    expect(words(up(linear, [0, 0.8]))).toContain('0.7') // 0.8 − 0.7 is below 0.1 in binary
    expect(words(up(linear, [0, 2e6]))).toContain('5×10^5')
    expect(words(up(linear, [0, 2e-7]))).toContain('10^−7')
  })

  it('name every layer of twelve on a phone, and the first of fifty', () => {
    const layers: Axis = { ...linear, whole: true }
    expect(across(layers, [1, 12])).toHaveLength(12)
    expect(across(layers, [1, 50]).map((t) => t.value)).toEqual([1, 10, 20, 30, 40, 50])
    expect(across(layers, [1, 3]).map((t) => t.value)).toEqual([1, 2, 3])
  })

  it('never crowd and never leave the axis', () => {
    const domain = fc
      .tuple(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.double({ min: 0.1, max: 12, noNaN: true }),
      )
      .map(([low, span]): Domain => [10 ** low, 10 ** (low + span)])
    fc.assert(
      fc.property(domain, fc.constantFrom(log, linear), (given, axis) => {
        const marks = across(axis, given)
        const place = (v: number) =>
          axis.scale === 'log'
            ? (280 * Math.log(v / given[0])) / Math.log(given[1] / given[0])
            : (280 * (v - given[0])) / (given[1] - given[0])
        return marks.every((mark, i) => {
          const before = marks[i - 1]
          if (mark.value < given[0] * 0.999 || mark.value > given[1] * 1.001) return false
          if (!before) return true
          const room = (tickWidth(before, 13) + tickWidth(mark, 13)) / 2
          return place(mark.value) - place(before.value) > room
        })
      }),
      { numRuns: 500, seed: 1 },
    )
  })
})
