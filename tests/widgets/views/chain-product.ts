import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('chain-product')

describe('chain-product', () => {
  test('the size of the gradient by neuron, and the most that it could be', () => {
    const record = {
      biasGradient: [-0.01, 0.1, 1],
      bound: [0.05, 0.25, 1],
      factor: [0.1, -0.1, 0.25],
    }
    const { charts, numbers } = draw([{ config: { activation: 'sigmoid' }, records: [record] }])
    expect(charts).toEqual([
      [
        'product: x 1 to 3 whole, y log 0.01 to 1',
        'run-0 [sigmoid] one solid circle (1, 0.01) (2, 0.1) (3, 1)',
        'bound-0 (sigmoid, the most it could be) theory dashed none (1, 0.05) (2, 0.25) (3, 1)',
      ],
    ])
    expect(numbers).toEqual([['0.1', '−0.1', '0.25', '1', '−0.01', '1']])
  })
})
