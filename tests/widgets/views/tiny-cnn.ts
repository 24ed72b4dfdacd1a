import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('tiny-cnn')

describe('tiny-cnn', () => {
  const config = { depth: 2, activation: 'relu', pooling: 'none', steps: 10 }
  const start = {
    ...{ step: 0, loss: 2, accuracy: 0.1, deltaNorm: [0.02, 0.2, 9], sharing: [6, 8] },
    ...{ predictedDelta: [0.05, 0.2], picture: Array(64).fill(1) },
    filters: [1, 2, 3, 4, 5, 6, 7, 8, 9, -9, -8, -7, -6, -5, -4, -3, -2, -1],
    ...{ firstMaps: [...Array(64).fill(2), ...Array(64).fill(-4)], lastMaps: [1, -2] },
  }
  const later = { ...start, step: 5, loss: 1, accuracy: 0.5, deltaNorm: [0.2, 0.05, 9] }
  const run = { config, records: [start, later] }
  const name = '[ReLU, depth 2] two solid'

  test('training: the loss, and δ by convolution without the output layer', () => {
    const { charts, numbers } = draw([run])
    expect(charts).toEqual([
      ['loss: x 0 to 10 whole, y 0 to 2', `loss-0 ${name} none (0, 2) (5, 1)`, 'cursor 5'],
      ['deltaNorm: x 1 to 2 whole, y log 0.01 to 1', `run-0 ${name} square (1, 0.2) (2, 0.05)`],
    ])
    expect(numbers).toEqual([['2', '5', '1', '50', '1', '4', '2']])
  })

  test('at the start, with theory and the band of many networks', () => {
    const band = [1, 3].map((delta) => ({ ...start, deltaNorm: [delta, delta, 9] }))
    const { charts, numbers } = draw([{ ...run, band }], { show: 'gradient', at: 0 })
    expect(charts[0]).toEqual([
      'deltaNorm: x 1 to 2 whole, y log 0.01 to 10',
      'band-0 (ReLU, depth 2, 20 networks) two band (1, 1.1 to 2.9) (2, 1.1 to 2.9)',
      `run-0 ${name} square (1, 0.02) (2, 0.2)`,
      'theory-0 (ReLU, depth 2, theory) theory dashed none (1, 0.05) (2, 0.2)',
    ])
    expect(numbers).toEqual([['2', '0', '2', '10', '1', '10', '2']])
  })

  test('the gain of sharing between the root of the places and their number, if nothing is pooled', () => {
    const [sharing] = draw([run], { show: 'shared' }).charts
    expect(sharing).toEqual([
      'sharing: x 1 to 2 whole, y log 1 to 100',
      `run-0 ${name} square (1, 6) (2, 8)`,
      'independent [√64 = 8] theory dashed none (1, 8) (2, 8)',
      'aligned [64 places] theory dashed none (1, 64) (2, 64)',
    ])
    const pooled = { ...run, config: { ...config, pooling: 'max' } }
    expect(draw([pooled], { show: 'shared' }).charts[0]).toHaveLength(2)
  })

  test('maps: the picture beside those of the first convolution over those of the last, and the filters', () => {
    const [maps, filters] = draw([run], { show: 'maps' }).charts
    const row = (...parts: readonly (readonly [count: number, value: string])[]) =>
      parts.flatMap(([count, value]) => Array(count).fill(value)).join(' ')
    const above = row([8, '1'], [2, '–'], [8, '0.5'], [1, '–'], [8, '-1'])
    expect(maps).toEqual([
      'maps: 27 × 11, diverging -1 to 1',
      ...Array(8).fill(above),
      ...Array(2).fill(row([27, '–'])),
      row([10, '–'], [1, '0.5'], [1, '–'], [1, '-1'], [14, '–']),
    ])
    expect(filters).toEqual([
      'filters: 7 × 3, diverging -9 to 9',
      ...['1 2 3 – -9 -8 -7', '4 5 6 – -6 -5 -4', '7 8 9 – -3 -2 -1'],
    ])
  })

  test('without training there is no loss', () => {
    const still = { config: { ...config, steps: 0 }, records: [start] }
    for (const show of ['gradient', 'shared'])
      expect(draw([still], { show }).charts).toHaveLength(1)
    expect(draw([run], { show: 'shared' }).charts).toHaveLength(2)
  })

  test('a loss that flies off leaves the chart, and a run that diverged says at which step', () => {
    const fled = { ...later, loss: 50, divergedQuantity: 'loss' }
    const { charts, numbers } = draw([{ config, records: [start, fled] }])
    expect(charts[0]?.[0]).toBe('loss: x 0 to 10 whole, y 0 to 2')
    expect(numbers).toEqual([['2', '5']])
  })
})
