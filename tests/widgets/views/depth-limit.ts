import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('depth-limit')

describe('depth-limit', () => {
  test('accuracy by depth, each start in its own look', () => {
    const small = [
      { depth: 1, accuracy: 0.9 },
      { depth: 4, accuracy: 0.125 },
    ]
    const { charts, numbers } = draw([
      { config: { start: 'small' }, records: small },
      { config: { start: 'normal' }, records: [{ depth: 1, accuracy: 0.5 }] },
      { config: { start: 'tanh' } },
    ])
    expect(charts).toEqual([
      [
        'depth: x 1 to 8 whole, y 0 to 1',
        'run-0 [small weights] one solid circle (1, 0.9) (4, 0.125)',
        'run-1 [N(0, 1)] six dashed square (1, 0.5)',
        'run-2 [tanh, Xavier] three dashed triangle',
      ],
    ])
    expect(numbers).toEqual([['90', '13', '4'], ['0', '1', '50', '50', '1'], []])
  })
})
