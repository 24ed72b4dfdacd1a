/**
 * tanh: both equations solved with NumPy, its means as sums over 2,000,001 points from −14 to 14; the line starts at σ_w = 1, where
 * tanh has the slope 1. ReLU: half of the squared slope is left at any q.
 */
import { describe, expect, test } from 'vitest'
import { activations, criticalLine } from '../../src/core/index.ts'

describe('the critical line', () => {
  test.each([
    [0.05, 1.327009660706],
    [0.25, 1.549673912508],
    [1, 1.855589101139],
  ])('of tanh at σ_b² = %d', (variance, expected) => {
    const { weightScale, biasScale } = criticalLine(activations.tanh, Math.sqrt(variance))
    expect(biasScale.at(-1)).toBeCloseTo(Math.sqrt(variance), 12)
    expect(weightScale.at(-1)).toBeCloseTo(expected, 8)
  })

  test('of tanh starts at σ_w = 1 without biases, and leads up and to the right', () => {
    const { weightScale, biasScale } = criticalLine(activations.tanh, 1)
    expect(weightScale[0]).toBeCloseTo(1, 9)
    expect(biasScale[0]).toBeCloseTo(0, 9)
    for (const list of [weightScale, biasScale])
      expect(list).toEqual([...list].sort((a, b) => a - b))
  })

  test('of ReLU is He’s scale, whatever the biases', () => {
    const { weightScale, biasScale } = criticalLine(activations.relu, 2)
    expect(biasScale).toEqual([0, 2])
    for (const weight of weightScale) expect(weight).toBeCloseTo(Math.SQRT2, 9)
  })

  test('of softplus is empty: where its factor is 1, its mean square does not settle', () => {
    expect(criticalLine(activations.softplus, 3).weightScale).toEqual([])
  })
})
