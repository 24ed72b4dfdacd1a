import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('dying-relu')

describe('dying-relu', () => {
  const config = { activation: 'relu', depth: 2, steps: 30 }
  const records = [
    { step: 0, loss: 2, offShare: [0, 0.5], deadShare: [0, 0.25] },
    { step: 10, loss: 8, offShare: [1, 0.5], deadShare: [0.5, 0.5] },
  ]

  test('the share that is off over the steps and by layer, and the loss up to 5', () => {
    const { charts, numbers } = draw([{ config, records }])
    expect(charts).toEqual([
      [
        'off: x 0 to 30 whole, y 0 to 1',
        'run-0 [ReLU] two solid none (0, 0.25) (10, 0.75)',
        'cursor 10',
      ],
      ['by-layer: x 1 to 2 whole, y 0 to 1', 'layer-0 [ReLU] two solid square (1, 1) (2, 0.5)'],
      [
        'loss: x 0 to 30 whole, y 0 to 5',
        'run-0 [ReLU] two solid none (0, 2) (10, 8)',
        'cursor 10',
      ],
    ])
    expect(numbers).toEqual([['10', '8.00', '75', '50']])
  })

  test('PReLU’s slopes, a line a layer, of the first run that has them', () => {
    const learned = [
      { ...records[0], loss: 0.5, learnedSlope: [0.25, 0.25] },
      { ...records[1], loss: 0.25, learnedSlope: [-0.1, 1.5] },
    ]
    const prelu = { config: { ...config, activation: 'prelu' }, records: learned as never }
    const { charts } = draw([{ config }, prelu], { show: 'learnedSlope', at: 3 })
    expect(charts).toEqual([
      [
        'slopes: x 0 to 30 whole, y -0.1 to 1.5',
        'slope-0 [layer 1] ramp 0 solid none (0, 0.25) (10, -0.1)',
        'slope-1 [layer 2] ramp 1 solid none (0, 0.25) (10, 1.5)',
      ],
      [
        'loss: x 0 to 30 whole, y 0 to 1',
        'run-0 [ReLU] two solid none',
        'run-1 [PReLU] five dotted none (0, 0.5) (10, 0.25)',
      ],
    ])
  })

  test('a run that diverged says at which step', () => {
    const fled = { ...records[1], divergedQuantity: 'loss' } as never
    expect(draw([{ config, records: [fled] }]).numbers).toEqual([['10']])
  })
})
