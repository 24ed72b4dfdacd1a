import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('pretraining')

describe('pretraining', () => {
  /** Pictures of one shade. */
  const shade = (value: number) => Array.from({ length: 64 }, () => value)
  const layer = (
    step: number,
    layer: number,
    layerStep: number,
    lost: number,
    rebuilt: number,
  ) => ({
    ...{ phase: 'pretraining', step, layer, layerStep, lost, rebuilt: shade(rebuilt) },
    ...{ wayThere: 0.8 * lost, wayBack: 0.4 * lost },
  })
  const labels = (labelStep: number, loss: number, accuracy: number) => ({
    ...{ phase: 'labels', step: 20 + labelStep, labelStep, loss, accuracy },
  })
  const records = [
    { ...layer(0, 0, 0, 1, 0.25), pictures: shade(1) },
    layer(10, 0, 10, 0.5, 0.5),
    layer(20, 1, 10, 0.25, 0.75),
    { ...labels(0, 2, 0.1), deltaNorm: [0.01, 0.1, 7] },
    labels(10, 1, 0.8),
  ]
  const run = { config: { start: 'pretrained', depth: 2, pretrainSteps: 10, steps: 20 }, records }

  /** Rows of 8 × 8 pictures one under the other, an empty row between two. */
  const rows = (...shades: readonly number[]) =>
    shades.flatMap((shade, i) => [
      ...(i > 0 ? [Array(8).fill('–').join(' ')] : []),
      ...Array.from({ length: 8 }, () => Array(8).fill(shade).join(' ')),
    ])
  const name = 'run-0 [pretrained] four dashDot'

  test('the whole run: pictures, what is lost layer by layer, and training by labels', () => {
    const { charts, numbers } = draw([run])
    expect(charts).toEqual([
      ['pictures: 8 × 26, sequential 0 to 1', ...rows(1, 0.5, 0.75)],
      [
        'lost: x 0 to 20 whole, y log 0.1 to 1',
        'layer-0 (layer 1) ramp 0 solid none (0, 1) (10, 0.5)',
        'layer-1 (layer 2) ramp 1 solid none (20, 0.25)',
      ],
      ['loss: x 0 to 20 whole, y 0 to 2', `${name} none (0, 2) (10, 1)`, 'cursor 10'],
      ['accuracy: x 0 to 20 whole, y 0 to 1', `${name} none (0, 0.1) (10, 0.8)`, 'cursor 10'],
    ])
    expect(numbers).toEqual([['10', '1.00', '80']])
  })

  test('back in the first layer its pictures are those before and after', () => {
    const { charts, numbers } = draw([run], { at: 10 })
    expect(charts[0]?.slice(1)).toEqual(rows(1, 0.25, 0.5))
    expect(charts[1]?.at(-1)).toBe('cursor 10')
    expect(charts[2]?.at(-1)).not.toContain('cursor')
    expect(numbers).toEqual([['1', '10', '50']])
  })

  test('one layer: the two roads of the layer shown, and what it misses', () => {
    const { charts, numbers } = draw([run], { show: 'layer', at: 10 })
    expect(charts).toHaveLength(2)
    expect(charts[1]).toEqual([
      'roads: x 0 to 10 whole, y log 0.1 to 1',
      'back [by the way back] two solid square (0, 0.4) (10, 0.2)',
      'there [by the way there] one solid circle (0, 0.8) (10, 0.4)',
      'cursor 10',
    ])
    expect(numbers).toEqual([['1', '10', '50']])
    expect(draw([run], { show: 'layer' }).numbers).toEqual([['2', '10', '25']])
  })

  test('δ before the first label, without the output layer', () => {
    const { charts } = draw([run], { show: 'gradient' })
    expect(charts.map(([first]) => first?.split(':')[0])).toEqual(['delta', 'accuracy'])
    expect(charts[0]).toEqual([
      'delta: x 1 to 2 whole, y log 0.01 to 0.1',
      `${name} diamond (1, 0.01) (2, 0.1)`,
    ])
  })

  test('curves alone, also where nothing was pretrained', () => {
    const ids = (runs: Parameters<typeof draw>[0], show: string) =>
      draw(runs, { show }).charts.map(([first]) => first?.split(':')[0])
    expect(ids([run], 'curves')).toEqual(['loss', 'accuracy'])
    const relu = { config: { start: 'relu' }, records: records.slice(3) }
    expect(ids([relu], 'whole')).toEqual(['loss', 'accuracy'])
    expect(ids([relu, run], 'whole')).toEqual(['pictures', 'lost', 'loss', 'accuracy'])
  })
})
