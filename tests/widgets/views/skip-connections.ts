import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('skip-connections')

describe('skip-connections', () => {
  const config = { design: 'residual', depth: 2, steps: 10 }
  const start = {
    step: 0,
    loss: 5,
    deltaNorm: [0.5, 0.1],
    predictedDelta: [0.4, 0.1],
    size: [1, 20],
  }
  const later = { ...start, step: 5, loss: 1, deltaNorm: [1, 0.5] }
  const band = [1, 3].map((delta) => ({ ...start, deltaNorm: [delta, delta] }))

  test('δ by layer at the newest step, and the loss up to 4', () => {
    const { charts, numbers } = draw([{ config, records: [start, later] }])
    expect(charts).toEqual([
      [
        'profile: x 1 to 2 whole, y log 0.1 to 1',
        'run-0 [residual] two solid none (1, 1) (2, 0.5)',
      ],
      [
        'loss: x 0 to 10 whole, y 0 to 4',
        'loss-0 [residual] two solid none (0, 5) (5, 1)',
        'cursor 5',
      ],
    ])
    expect(numbers).toEqual([['5', '1', '1', '2', '2']])
  })

  test('at the start with theory and the band of many networks', () => {
    const { charts, numbers } = draw([{ config, records: [start, later], band }], { at: 4 })
    expect(charts[0]).toEqual([
      'profile: x 1 to 2 whole, y log 0.1 to 10',
      'band-0 (residual, 20 networks) two band (1, 1.1 to 2.9) (2, 1.1 to 2.9)',
      'run-0 [residual] two solid none (1, 0.5) (2, 0.1)',
      'theory-0 (residual, theory) theory dashed none (1, 0.4) (2, 0.1)',
    ])
    expect(numbers).toEqual([['0', '5', '1', '5', '2']])
  })

  test('other quantities have no theory; without training there is no loss', () => {
    const still = { config: { ...config, steps: 0 }, records: [start] }
    expect(draw([still], { quantity: 'size' }).charts).toEqual([
      ['profile: x 1 to 2 whole, y log 1 to 100', 'run-0 [residual] two solid none (1, 1) (2, 20)'],
    ])
  })

  test('a run that diverged says in which layer', () => {
    const fled = { ...later, divergedLayer: 1, divergedQuantity: 'delta' }
    expect(draw([{ config, records: [fled] }]).numbers).toEqual([['5', '2']])
  })
})
