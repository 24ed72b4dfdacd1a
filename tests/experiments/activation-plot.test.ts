import { describe, expect, test } from 'vitest'
import { type ActivationId, activations } from '../../src/core/index.ts'
import { activationPlot } from '../../src/experiments/activation-plot/index.ts'

function run(activation: ActivationId, z = 2, range = 8) {
  const config = { activation, z, range }
  const [record] = [...activationPlot.run(config, {})]
  if (!record) throw new Error('expected a record')
  const measured = (name: string) => activationPlot.measures[name]?.([record], config)
  return { record, measured }
}

test('offers every activation that the core has', () => {
  const { activation } = activationPlot.parameters
  expect(activation.options).toEqual(Object.keys(activations))
})

describe('saturated stretches', () => {
  // σ′ = 1/40 where eᶻ + e⁻ᶻ = 38, and tanh is the sigmoid at half the width.
  const edge = Math.log(19 + Math.sqrt(360))

  test.each([
    ['sigmoid', edge],
    ['tanh', edge / 2],
  ] as const)('%s: both ends', (activation, from) => {
    const { record, measured } = run(activation)
    ;[-8, -from, from, 8].forEach((end, i) => {
      expect(record.saturated[i]).toBeCloseTo(end, 12)
    })
    expect(record.saturated).toHaveLength(4)
    expect(measured('unsaturatedWidth')).toBeCloseTo(2 * from, 12)
    expect(measured('saturatedFrom')).toBeCloseTo(from, 12)
  })

  test('ReLU: the left half, its kink included', () => {
    const { record, measured } = run('relu')
    expect(record.saturated).toHaveLength(2)
    expect(record.saturated[0]).toBe(-8)
    expect(record.saturated[1]).toBeCloseTo(0, 12)
    expect(measured('saturatedFrom')).toBeNaN()
  })

  test('a line has none', () => expect(run('identity').record.saturated).toEqual([]))
})

test('the point is always in the picture', () => {
  const { record } = run('sigmoid', -10, 2)
  expect([record.z[0], record.z.at(-1)]).toEqual([-10, 10])
  expect(record.pointValue).toBe(activations.sigmoid.value(-10))
})
