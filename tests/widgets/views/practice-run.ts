import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('practice-run')

describe('practice-run', () => {
  const record = (step: number, loss: number, more: number) => ({
    ...{ step, loss, gradientNorm: [0.01 * more, 0.1, more], updateRatio: [0.001, 0.02, 0.03] },
    ...{ saturated: [0, 0.5, 1], dead: [0.25, 0, 0] },
  })
  const records = [record(0, 2, 1), record(1, 1, 2)]
  const run = (letter: string, some = records) => ({ config: { letter, steps: 20 }, records: some })

  test('the gradient of each layer from input to output, with room above, and the loss', () => {
    const { charts, numbers } = draw([run('a')])
    expect(charts).toEqual([
      [
        'gradientNorm-0: x 0 to 20 whole, y log 0.01 to 10',
        'layer-0 [layer 1] ramp 0 solid none (0, 0.01) (1, 0.02)',
        'layer-1 [layer 2] ramp 0.5 solid none (0, 0.1) (1, 0.1)',
        'layer-2 [output layer] ramp 1 solid none (0, 1) (1, 2)',
      ],
      ['loss: x 0 to 20 whole, y 0 to 2', 'loss (loss) six solid none (0, 2) (1, 1)'],
    ])
    expect(numbers).toEqual([['1', '1', '0.02', '1', '2']])
  })

  test('updates beside the rule of thumb of a thousandth, shares from 0 to 1', () => {
    const [ratios] = draw([run('a')], { quantity: 'updateRatio' }).charts
    expect(ratios?.[0]).toBe('updateRatio-0: x 0 to 20 whole, y log 0.001 to 0.1')
    expect(ratios?.at(-1)).toBe('usual (rule of thumb) theory dashed none (0, 0.001) (1, 0.001)')
    const [saturated] = draw([run('a')], { quantity: 'saturated' }).charts
    expect(saturated?.[0]).toBe('saturated-0: x 0 to 20 whole, y 0 to 1')
    expect(saturated?.[2]).toBe('layer-1 [layer 2] ramp 0.5 solid none (0, 0.5) (1, 0.5)')
  })

  test('of compared runs up to three charts of layers, and one of all losses', () => {
    const { charts } = draw([run('a'), run('b'), run('c'), run('d', [record(0, 7, 1)])])
    expect(charts).toHaveLength(4)
    expect(charts.at(-1)).toEqual([
      'loss: x 0 to 20 whole, y 0 to 7',
      'loss-0 [run A] one solid none (0, 2) (1, 1)',
      'loss-1 [run B] two solid none (0, 2) (1, 1)',
      'loss-2 [run C] three dashed none (0, 2) (1, 1)',
      'loss-3 [run D] four dashDot none (0, 7)',
    ])
  })

  test('a run that diverged says at which step', () => {
    const fled = { ...record(7, 1, 1), divergedQuantity: 'loss' }
    expect(draw([run('a', [fled])]).numbers).toEqual([['7']])
  })
})
