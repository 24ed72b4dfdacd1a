import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('activation-race')

describe('activation-race', () => {
  const config = { depth: 3, steps: 20 }
  const record = (step: number, loss: number, deltaNorm: readonly number[]) => ({
    ...{ step, loss, deltaNorm: [...deltaNorm, 9] }, // the output layer's is not shown
  })
  const runs = [
    {
      config: { ...config, activation: 'relu' },
      records: [record(0, 2.3, [0.1, 0.2, 0.4]), record(10, 1, [0.2, 0.2, 0.2])],
      band: [record(0, 1, [1, 1, 1]), record(0, 1, [3, 3, 3])],
    },
    {
      config: { ...config, activation: 'sigmoid' },
      records: [record(0, 3, [1e-4, 1e-3, 1e-2])],
    },
  ]

  test('δ by layer at the newest step, and every loss', () => {
    const { charts, numbers } = draw(runs)
    expect(charts).toEqual([
      [
        'profile: x 1 to 3 whole, y log 0.0001 to 10',
        'run-0 [ReLU] two solid square (1, 0.2) (2, 0.2) (3, 0.2)',
        'run-1 [sigmoid] one solid circle (1, 0.0001) (2, 0.001) (3, 0.01)',
      ],
      [
        'loss: x 0 to 20 whole, y 0 to 3.6',
        'loss-0 [ReLU] two solid none (0, 2.3) (10, 1)',
        'loss-1 [sigmoid] one solid none (0, 3)',
        'cursor 10',
      ],
    ])
    expect(numbers).toEqual([
      ['10', '1.00', '1', '1'],
      ['0', '3.00', '1', '0.01'],
    ])
  })

  test('the band of many networks stands where the run starts', () => {
    const { charts, numbers } = draw(runs.slice(0, 1), { at: 9 })
    expect(charts[0]).toEqual([
      'profile: x 1 to 3 whole, y log 0.1 to 10',
      'band-0 (ReLU, each its usual, 20 networks) two band (1, 1.1 to 2.9) (2, 1.1 to 2.9) (3, 1.1 to 2.9)',
      'run-0 [ReLU, each its usual] two solid square (1, 0.1) (2, 0.2) (3, 0.4)',
    ])
    expect(charts[1]?.[0]).toBe('loss: x 0 to 20 whole, y 0 to 2.76')
    expect(charts[1]?.at(-1)).toBe('cursor 0')
    expect(numbers).toEqual([['0', '2.30', '1', '0.25']])
  })

  test('without training there is no loss', () => {
    const still = { ...runs[0], config: { depth: 3, steps: 0 } }
    expect(draw([still]).charts).toHaveLength(1)
  })

  test('a run that diverged says at which step', () => {
    const fled = { ...record(10, 1, [1, 1, 1]), divergedQuantity: 'loss' }
    expect(draw([{ config, records: [fled] }]).numbers).toEqual([['10']])
  })
})
