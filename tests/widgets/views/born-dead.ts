import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('born-dead')

describe('born-dead', () => {
  test('counts as points over theory’s dashes, by depth', () => {
    const run = (width: number, counted: readonly number[], predicted: readonly number[]) => ({
      config: { width, depth: 3 },
      records: [{ networks: 500, counted, predicted }],
    })
    const { charts, numbers } = draw([
      run(2, [0.25, 0.5, 0.7], [0.25, 0.4375, 0.578]),
      run(4, [0, 0.1], [0.06, 0.12]),
    ])
    expect(charts).toEqual([
      [
        'dead: x 1 to 3 whole, y 0 to 1',
        'theory-0 (width 2, theory) theory dashed none (1, 0.25) (2, 0.4375) (3, 0.578)',
        'run-0 [width 2] one none circle (1, 0.25) (2, 0.5) (3, 0.7)',
        'theory-1 (width 4, theory) theory dashed none (1, 0.06) (2, 0.12)',
        'run-1 [width 4] two none square (1, 0) (2, 0.1)',
      ],
    ])
    expect(numbers).toEqual([
      ['2', '500', '3', '0.7', '0.578'],
      ['4', '500', '3', '0.1', '0.12'],
    ])
  })
})
