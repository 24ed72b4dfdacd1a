import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('activation-plot')

describe('activation-plot', () => {
  test('the curve and its slope, with the point that can be moved and the saturated stretches', () => {
    const record = {
      ...{ z: [-2, 0, 2], value: [0, 0.5, 1.1], derivative: [0.1, 0.25, -0.1] },
      ...{ saturated: [-2, -1, 1, 2], pointZ: -1, pointValue: 0.3, pointDerivative: 0.05 },
    }
    const { charts, numbers } = draw([{ config: { activation: 'relu' }, records: [record] }])
    const zones = ['zone -2 to -1: saturated', 'zone 1 to 2: saturated']
    expect(charts).toEqual([
      [
        'value: x -2 to 2, y 0 to 1.25',
        'run-0 [ReLU] two solid none (-2, 0) (0, 0.5) (2, 1.1)',
        'point-0 (ReLU, the point) two solid square (-1, 0.3)',
        ...zones,
        'handle (-1, 0.3) two',
      ],
      [
        'derivative: x -2 to 2, y -0.25 to 0.25',
        'run-0 [ReLU] two solid none (-2, 0.1) (0, 0.25) (2, -0.1)',
        'point-0 (ReLU, the point) two solid square (-1, 0.05)',
        ...zones,
        'handle (-1, 0.05) two',
      ],
    ])
    expect(numbers).toEqual([['−1', '0.3', '0.05', '20']])
  })
})
