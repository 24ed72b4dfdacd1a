import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('softmax-mixer')

describe('softmax-mixer', () => {
  const config = { logits: [1, 0], trueClass: 1 }
  const record = {
    ...{ output: [0.75, 0.25], sigmoid: [0.7, 0.5], bare: [0.75, 0.25], loss: 0.25, label: 0 },
    jacobian: [0.1875, -0.1875, -0.5, 0.5],
    ...{ gradient: [-0.25, 0.25], nudged: [-0.25, 0.26] },
  }

  test('outputs beside those of sigmoids, the gradient beside nudging, and the Jacobian', () => {
    const { charts, numbers } = draw([{ config, records: [record] }])
    expect(charts).toEqual([
      [
        'outputs: x 1 to 2 whole, y 0 to 1',
        'output (softmax) four bars (1, 0.75) (2, 0.25)',
        'sigmoid [sigmoids] one none circle (1, 0.7) (2, 0.5)',
      ],
      [
        'gradient: x 1 to 2 whole, y -1.1 to 1.1',
        'gradient (formula a − y) four bars (1, -0.25) (2, 0.25)',
        'nudged [by nudging] theory none circle (1, -0.25) (2, 0.26)',
      ],
      ['jacobian: 2 × 2, diverging -0.5 to 0.5', '0.1875 -0.1875', '-0.5 0.5'],
    ])
    expect(numbers).toEqual([['0.75', '0.25', '1', '1.2', '1', '0.25', '−0.25', '0.25']])
  })

  test('each chart alone', () => {
    for (const show of ['outputs', 'gradient', 'jacobian'])
      expect(
        draw([{ config, records: [record] }], { show }).charts.map(
          ([first]) => first?.split(':')[0],
        ),
      ).toEqual([show])
  })

  test('a compared run as points in place of the sigmoids', () => {
    const other = {
      config: { ...config, logits: [0, 3] },
      records: [{ ...record, gradient: [-2, 2] }],
    }
    const [outputs, gradient] = draw([{ config, records: [record] }, other]).charts
    expect(outputs?.slice(1)).toEqual([
      'output (softmax) four bars (1, 0.75) (2, 0.25)',
      expect.stringMatching(/^run-1 \[.*0, 3\] five none square \(1, 0.75\) \(2, 0.25\)$/),
    ])
    expect(gradient?.[0]).toBe('gradient: x 1 to 2 whole, y -2.2 to 2.2')
  })
})
