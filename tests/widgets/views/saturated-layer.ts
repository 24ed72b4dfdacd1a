import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('saturated-layer')

describe('saturated-layer', () => {
  test('how far each unit has moved by how steep it was, and the loss', () => {
    const config = { activation: 'sigmoid', initializer: 'xavierUniform', steps: 10 }
    const start = { steepness: [0.05, 0.5], saturated: [1, 0.5], moved: [0, 0] }
    const { charts, numbers } = draw([
      {
        config,
        records: [
          { step: 0, loss: 2, accuracy: 0.1, ...start },
          {
            step: 5,
            loss: 1,
            accuracy: 0.6,
            steepness: [1, 1],
            saturated: [0.5, 0.25],
            moved: [0.01, 0.2],
          },
        ],
      },
    ])
    expect(charts).toEqual([
      [
        'rows: x log 0.01 to 1, y log 0.01 to 1',
        'rows-0 [sigmoid, Xavier] one none circle (0.05, 0.01) (0.5, 0.2)',
        'zone 0 to 0.1: saturated',
      ],
      [
        'loss: x 0 to 10 whole, y 0 to 2',
        'loss-0 [sigmoid, Xavier] one solid none (0, 2) (5, 1)',
        'cursor 5',
      ],
    ])
    expect(numbers).toEqual([['5', '38', '1', '60']])
  })
})
