import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('saturated-neuron')

describe('saturated-neuron', () => {
  const record = (step: number, activation: number, slope: number, delta: number) => ({
    ...{
      step,
      activation,
      slope,
      delta,
      weight: activation,
      bias: -activation,
      loss: activation / 2,
    },
    ...{ error: activation, weightGradient: delta, probedGradient: 2 * delta },
  })
  const records = [
    record(0, 0.98, 0.02, -0.01),
    record(10, 0.9, 0.024, 0.05),
    record(20, 0.5, 0.25, 0.25),
  ]
  const run = { config: { weight: 2, bias: -1, steps: 20 }, records }
  const name = 'w 2, b −1'
  const zone = 'zone 0 to 10: saturated'

  test('the output and the size of δ, with the steps at which it is saturated', () => {
    const { charts, numbers } = draw([run])
    expect(charts).toEqual([
      [
        'output: x 0 to 20 whole, y 0 to 1',
        `run-0 [${name}] one solid none (0, 0.98) (10, 0.9) (20, 0.5)`,
        zone,
      ],
      [
        'delta: x 0 to 20 whole, y log 0.01 to 1',
        `run-0 [${name}] one solid none (0, 0.01) (10, 0.05) (20, 0.25)`,
        zone,
      ],
    ])
    expect(numbers).toEqual([['2', '−1', '20', '0.5', '0.25', '0.25', '0.25']])
  })

  test('other columns as they are, on a linear axis that holds 0', () => {
    const second = (quantity: string) => draw([run], { quantity }).charts[1]?.slice(0, 2)
    expect(second('bias')).toEqual([
      'bias: x 0 to 20 whole, y -1 to 0.5',
      `run-0 [${name}] one solid none (0, -0.98) (10, -0.9) (20, -0.5)`,
    ])
    expect(second('loss')?.[0]).toBe('loss: x 0 to 20 whole, y 0 to 0.5')
    expect(second('weight')?.[0]).toBe('weight: x 0 to 20 whole, y 0 to 1')
  })

  test('the gradient with the two factors it is made of', () => {
    expect(draw([run], { quantity: 'factors' }).charts[1]).toEqual([
      'factors: x 0 to 20 whole, y log 0.01 to 1',
      'error [error a − y] two dashDot none (0, 0.98) (10, 0.9) (20, 0.5)',
      'slope [slope σ′(z)] one solid none (0, 0.02) (10, 0.024) (20, 0.25)',
      'weightGradient [∂C/∂w] four solid none (0, 0.01) (10, 0.05) (20, 0.25)',
      'probedGradient [∂C/∂w by nudging w] theory none diamond (0, 0.02) (10, 0.1) (20, 0.5)',
      zone,
    ])
  })

  test('a lone record is a marked point; saturated again, there are two zones', () => {
    expect(draw([{ ...run, records: records.slice(2) }]).charts[0]?.slice(1)).toEqual([
      `run-0 [${name}] one solid circle (20, 0.5)`,
    ])
    const again = [...records, record(30, 0.99, 0.01, 0.1)]
    expect(draw([{ ...run, records: again }]).charts[0]?.slice(2)).toEqual([
      zone,
      'zone 30 to 30: saturated',
    ])
  })
})
