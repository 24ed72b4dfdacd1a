import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('decision-boundary')

describe('decision-boundary', () => {
  const start = { inputs: [-1, 1, 1, -1], labels: [0, 1], reach: 2 }
  const records = [
    { step: 0, loss: 0.7, error: 0.5, regions: [0, 1, 1, 1], ...start },
    { step: 10, loss: 0.3, error: 0, regions: [0, 0, 1, 1] },
  ]
  const run = (activation: string) => ({ config: { activation, steps: 20 }, records })

  test('answers in the plane at the newest step under the examples, and the loss', () => {
    const { charts, numbers } = draw([run('relu')])
    expect(charts).toEqual([
      [
        'plane-0: 2 × 2, categories 0 to 1, x -2 to 2, y -2 to 2',
        ...['0 0', '1 1', 'point (-1, 1) 0', 'point (1, -1) 1'],
      ],
      [
        'loss: x 0 to 20 whole, y 0 to 0.7',
        'loss-0 (ReLU) one solid none (0, 0.7) (10, 0.3)',
        'cursor 10',
      ],
    ])
    expect(numbers).toEqual([['10', '0.3', '0', '2']])
  })

  test('between two records the earlier one is shown', () => {
    const { charts, numbers } = draw([run('relu')], { at: 9 })
    expect(charts[0]?.slice(1, 3)).toEqual(['0 1', '1 1'])
    expect(charts[1]?.at(-1)).toBe('cursor 0')
    expect(numbers).toEqual([['0', '0.7', '1', '2']])
  })

  test('of compared runs as many planes as there is room for, and all losses by name', () => {
    const { charts } = draw(['relu', 'tanh', 'sigmoid', 'identity'].map(run))
    expect(charts.map(([first]) => first?.split(':')[0])).toEqual([
      'plane-0',
      'plane-1',
      'plane-2',
      'loss',
    ])
    expect(charts[3]?.[4]).toBe('loss-3 [linear] four dashDot none (0, 0.7) (10, 0.3)')
  })

  test('a plane among several has the name of its run where a lone one has its axis', () => {
    const labels = (...activations: readonly string[]) =>
      draw(activations.map(run)).drawn.map((chart) => chart.kind === 'grid' && chart.y)
    expect(labels('relu')[0]).toMatchObject({ label: 'second input' })
    expect(labels('relu', 'tanh').slice(0, 2)).toMatchObject([
      { label: 'ReLU', column: 'second input' },
      { label: 'tanh', column: 'second input' },
    ])
  })

  test('a run that diverged says at which step', () => {
    const fled = { step: 5, loss: 9, error: 1, regions: [0, 0, 0, 0], divergedQuantity: 'loss' }
    expect(draw([{ records: [fled] }]).numbers).toEqual([['5']])
  })
})
