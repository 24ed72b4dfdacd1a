import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('gradient-flow')

describe('gradient-flow', () => {
  const config = { depth: 3, steps: 20, activation: 'relu', initializer: 'heNormal' }
  const start = {
    ...{ step: 0, loss: 2, deltaNorm: [0.01, 0.1, 1, 7], predictedDelta: [0.04, 0.2, 1] },
    ...{ saturatedFraction: [0.1, 0.2, 0.3, 7], updateRatio: [0.2, 0.3, 0.4, 7] },
  }
  const later = { ...start, step: 10, loss: 1, deltaNorm: [1, 0.1, 0.5, 7] }
  const band = [1, 3].map((delta) => ({ ...start, deltaNorm: [delta, delta, delta, 7] }))
  const run = { config, records: [start, later], band }

  test('later on, the newest record before what the run started with', () => {
    const { charts, numbers } = draw([run])
    expect(charts).toEqual([
      [
        'profile: x 1 to 3 whole, y log 0.01 to 10',
        'start-0 (ReLU, He, at the start) two dotted none faint (1, 0.01) (2, 0.1) (3, 1)',
        'run-0 [ReLU, He] two solid square (1, 1) (2, 0.1) (3, 0.5)',
      ],
      [
        'loss: x 0 to 20 whole, y 0 to 2',
        'loss-0 [ReLU, He] two solid none (0, 2) (10, 1)',
        'cursor 10',
      ],
    ])
    expect(numbers).toEqual([['10', '1.00', '1', '2', '3']]) // twice as strong in layer 1
  })

  test('at the start, with theory and the band of many networks', () => {
    const { charts, numbers } = draw([run], { at: 0 })
    expect(charts[0]).toEqual([
      'profile: x 1 to 3 whole, y log 0.01 to 10',
      'band-0 (ReLU, He, 20 networks) two band (1, 1.1 to 2.9) (2, 1.1 to 2.9) (3, 1.1 to 2.9)',
      'run-0 [ReLU, He] two solid square (1, 0.01) (2, 0.1) (3, 1)',
      'theory-0 (ReLU, He, theory) theory dashed none (1, 0.04) (2, 0.2) (3, 1)',
    ])
    expect(charts[1]?.at(-1)).toBe('cursor 0')
    expect(numbers).toEqual([['0', '2.00', '1', '100', '3']]) // weaker
  })

  test('shares have a linear axis from 0 to 1, and neither theory nor the output layer', () => {
    const { charts } = draw([{ config, records: [start] }], { quantity: 'saturatedFraction' })
    expect(charts[0]).toEqual([
      'profile: x 1 to 3 whole, y 0 to 1',
      'run-0 [ReLU, He] two solid square (1, 0.1) (2, 0.2) (3, 0.3)',
    ])
  })

  test('a run that flies off leaves both charts, and tells where the numbers ran out', () => {
    const fled = {
      ...{ ...start, step: 5, loss: 900, deltaNorm: [5e3, 1e2, 1, 7] },
      ...{ divergedLayer: 1, divergedQuantity: 'delta' },
    }
    const { charts, numbers } = draw([{ config, records: [start, fled] }])
    expect(charts[0]?.[0]).toBe('profile: x 1 to 3 whole, y log 0.01 to 100')
    expect(charts[1]?.[0]).toBe('loss: x 0 to 20 whole, y 0 to 6')
    expect(numbers).toEqual([['5', '2']])
  })

  test('without training there is no loss', () => {
    const still = { config: { ...config, steps: 0 }, records: [start] }
    expect(draw([still]).charts).toHaveLength(1)
    expect(draw([still, run]).charts).toHaveLength(2)
  })

  test('gradients of like size, and a lone layer, are not compared by a number', () => {
    const said = (deltaNorm: readonly number[]) =>
      draw([{ config, records: [{ ...start, deltaNorm }] }]).numbers
    expect(said([1, 1, 1.9, 7])).toEqual([['0', '2.00', '1', '3']])
    expect(said([1.9, 1, 1, 7])).toEqual([['0', '2.00', '1', '3']])
    expect(said([1, 1, 2, 7])).toEqual([['0', '2.00', '1', '2', '3']])
    expect(said([1, 7])).toEqual([['0', '2.00']])
  })
})
