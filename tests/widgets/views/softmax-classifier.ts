import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('softmax-classifier')

describe('softmax-classifier', () => {
  const outputs = [0.5, 0.3, 0.2, 0.2, 0.6, 0.2, 0.5, 0.3, 0.2]
  const classes = { outputs, pull: [0.1, 0.2, 0.3], push: [0.3, 0.2, 0.1] }
  const examples = { labels: [0, 1, 2], inputs: [0.5, 0.5, -0.5, 0.5, 0, -0.5], reach: 1 }
  const spiral = {
    config: { dataset: 'spiral', steps: 20 },
    records: [
      { step: 0, loss: 1.1, ...classes, ...examples, regions: [0, 0, 0, 0] },
      { step: 10, loss: 0.5, ...classes, regions: [0, 1, 2, 2] },
    ],
  }
  const loss = [
    'loss: x 0 to 20 whole, y 0 to 1.1',
    'loss-0 (three-arm spiral) four solid none (0, 1.1) (10, 0.5)',
    'cursor 10',
  ]
  const plane = [
    'regions: 2 × 2, categories 0 to 2, x -1 to 1, y -1 to 1',
    ...['0 1', '2 2', 'point (0.5, 0.5) 0', 'point (-0.5, 0.5) 1', 'point (0, -0.5) 2'],
  ]

  test('in the plane, answers everywhere under the new examples', () => {
    const { charts, numbers } = draw([spiral])
    expect(charts).toEqual([plane, loss])
    expect(numbers).toEqual([['10', '0.5', '2', '3']])
  })

  test('one example, its outputs and δ; beyond the last it is the last', () => {
    const { charts, numbers } = draw([spiral], { show: 'example', example: 9 })
    expect(charts).toEqual([
      [...plane, 'ring (0, -0.5)'],
      [
        'answer: x 1 to 3 whole, y -1.1 to 1.1',
        'output (output a) four bars (1, 0.5) (2, 0.3) (3, 0.2)',
        'delta [δ = a − y] one none diamond (1, 0.5) (2, 0.3) (3, -0.8)',
      ],
    ])
    expect(numbers).toEqual([['10', '0.5', '2', '3', '3', '3', '1', '0.5']])
  })

  test('δ by class: what pushes as bars, what pulls as points the other way', () => {
    const { charts } = draw([spiral], { show: 'delta', at: 3 })
    expect(charts[0]).toEqual([
      'delta: x 1 to 3 whole, y -1.1 to 1.1',
      'push (examples of other classes) four bars (1, 0.3) (2, 0.2) (3, 0.1)',
      'pull [its own examples] one none diamond (1, -0.1) (2, -0.2) (3, -0.3)',
    ])
    expect(charts[1]?.at(-1)).toBe('cursor 0')
  })

  /** Three digits of 2 × 2 pixels in two classes. */
  const digits = {
    config: { dataset: 'digits', steps: 20 },
    records: [
      {
        ...{ step: 0, loss: 1, pull: [0, 0], push: [0, 0], labels: [0, 1, 1] },
        outputs: [0.9, 0.1, 0.2, 0.8, 0.7, 0.3],
        inputs: [0, 0, 0, 1, 0.25, 0.5, 0.75, 1, 1, 1, 1, 0],
      },
    ],
  }

  test('digits: answers by true class, counted', () => {
    const { charts, numbers } = draw([digits])
    expect(charts[0]).toEqual(['confusion: 2 × 2, sequential 0 to 1', '1 –', '1 1'])
    expect(numbers).toEqual([['0', '1', '2', '3']])
  })

  test('digits: one picture as the network gets it, and classes from 0', () => {
    const { charts, numbers } = draw([digits], { show: 'example', example: 2 })
    expect(charts[0]).toEqual(['picture: 2 × 2, sequential 0 to 1', '0.25 0.5', '0.75 1'])
    expect(charts[1]?.slice(0, 2)).toEqual([
      'answer: x 0 to 1 whole, y -1.1 to 1.1',
      'output (output a) four bars (0, 0.2) (1, 0.8)',
    ])
    expect(numbers).toEqual([['0', '1', '2', '3', '2', '1', '1', '0.8']])
  })

  test('compared runs have their own colours and names among the losses', () => {
    const wide = { ...spiral, config: { ...spiral.config, width: 9 } }
    const losses = draw([spiral, wide]).charts[1]
    expect(losses?.map((line) => line.split(' ')[0])).toEqual([
      'loss:',
      'loss-0',
      'loss-1',
      'cursor',
    ])
    expect(losses?.[2]).toMatch(/^loss-1 \[width 9\] two solid none/)
  })
})
