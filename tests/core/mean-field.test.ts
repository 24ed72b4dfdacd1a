import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { gaussianMeans, meanFieldFactors } from '../../src/core/theory/mean-field.ts'

const golden: { cases: [ActivationId, number, number, number][] } = JSON.parse(
  readFileSync(new URL('../golden/gaussian-means.json', import.meta.url), 'utf8'),
)

test.each(golden.cases)('means for %s at a deviation of %d', (id, deviation, square, slope) => {
  const means = gaussianMeans(activations[id], deviation)
  expect(Math.abs(means.square / square - 1)).toBeLessThan(1e-10)
  expect(Math.abs(means.slopeSquare / slope - 1)).toBeLessThan(1e-10)
})

describe('meanFieldFactors', () => {
  const layers = (count: number, weightDeviation: number, biasDeviation: number) =>
    Array.from({ length: count }, () => ({ fanIn: 100, weightDeviation, biasDeviation }))

  test('has one factor for each hidden layer', () => {
    const { identity: activation } = activations
    expect(meanFieldFactors({ activation, layers: layers(1, 1, 1), inputs: [1] })).toEqual([])
    expect(meanFieldFactors({ activation, layers: layers(4, 1, 1), inputs: [1] })).toHaveLength(3)
  })

  test('for ReLU is √(fan-in · Var(w) / 2), whatever the inputs and biases', () => {
    const factors = meanFieldFactors({
      activation: activations.relu,
      layers: layers(6, 0.2, 0.7),
      inputs: [0.01, 5],
    })
    for (const factor of factors) expect(factor).toBeCloseTo(Math.sqrt(2), 12)
  })

  test('takes fan-in and deviation from the layer behind', () => {
    const [first, second] = [
      { fanIn: 10, weightDeviation: 1, biasDeviation: 0 },
      { fanIn: 100, weightDeviation: 0.3, biasDeviation: 0 },
    ]
    const [factor] = meanFieldFactors({
      activation: activations.identity,
      layers: [first, second],
      inputs: [1],
    })
    expect(factor).toBeCloseTo(3, 12)
  })

  test('follows the variance from the actual inputs, and averages squares over them', () => {
    // One layer in: q = 100 · 0.01 · |x|²/n + 0.25, and the squares of the slopes are averaged.
    const { tanh } = activations
    const of = (inputs: number[]) =>
      meanFieldFactors({ activation: tanh, layers: layers(2, 0.1, 0.5), inputs })[0] as number
    const slopes = [0.5, 4].map((x) => gaussianMeans(tanh, Math.sqrt(x + 0.25)).slopeSquare)
    expect(of([0.5])).toBeCloseTo(Math.sqrt(slopes[0] as number), 12)
    expect(of([0.5, 4])).toBeCloseTo(Math.sqrt(((slopes[0] ?? 0) + (slopes[1] ?? 0)) / 2), 12)
  })
})
