/** What the chapter on faster descent says in formulas and from the papers, checked against core and experiments. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { activations } from '../../src/core/activations/index.ts'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { blockFactors } from '../../src/core/theory/blocks.ts'
import { gaussianMeans } from '../../src/core/theory/mean-field.ts'
import { quadraticFactor } from '../../src/core/theory/quadratic.ts'
import type { Experiment } from '../../src/experiment/experiment.ts'
import { type Config, defaults } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { optimizerRace } from '../../src/experiments/optimizer-race/index.ts'
import { skipConnections } from '../../src/experiments/skip-connections/index.ts'

const data = { digits: unpackDigits(packed) }

function measured<C extends Config>(
  { parameters, measures, run }: Pick<Experiment<C>, 'parameters' | 'measures' | 'run'>,
  settings: Partial<C>,
  name: string,
): number {
  const config = { ...defaults(parameters), ...settings }
  const records = [...run(config, data)].filter((record) => record !== undefined)
  return measures[name]?.(records, config) ?? Number.NaN
}

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return ((sorted[4] as number) + (sorted[5] as number)) / 2
}
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1)

describe('the factors of blocks', () => {
  const block = { skip: 0, normalization: 'none', weights: 2, start: 1, depth: 50 } as const
  const relu = { ...block, activation: activations.relu }

  test('plain ReLU layers by He keep δ; with a way past them its square doubles', () => {
    for (const factor of blockFactors(relu)) expect(factor).toBeCloseTo(1, 3)
    for (const factor of blockFactors({ ...relu, skip: 1 }))
      expect(factor).toBeCloseTo(Math.sqrt(2), 3)
  })

  test('scaled by 1/√L, L blocks stay below √e', () => {
    const growth = product(blockFactors({ ...relu, skip: 1 / Math.sqrt(50) }))
    expect(growth / (1 + 1 / 50) ** (49 / 2)).toBeCloseTo(1, 2)
    expect(growth).toBeLessThan(Math.sqrt(Math.E))
  })

  test('batch normalisation: √(π/(π − 1)) for ReLU, at any size of weights', () => {
    for (const weights of [0.5, 2, 8]) {
      const [factor] = blockFactors({ ...relu, weights, normalization: 'batch' })
      expect(factor).toBeCloseTo(Math.sqrt(Math.PI / (Math.PI - 1)), 3)
    }
  })

  test('normalised inside the sum, fifty layers give √50', () => {
    const growth = product(blockFactors({ ...relu, skip: 1, normalization: 'layer' }))
    expect(growth).toBeCloseTo(Math.sqrt(50), 1)
  })

  test('the variance of no activation exceeds its mean squared slope, and that of a straight line equals it', () => {
    for (const activation of Object.values(activations)) {
      const { mean, square, slopeSquare } = gaussianMeans(activation, 1)
      expect(square - mean * mean).toBeLessThan(slopeSquare + 1e-3)
    }
    const { mean, square, slopeSquare } = gaussianMeans(activations.identity, 1)
    expect(square - mean * mean).toBeCloseTo(slopeSquare, 3)
  })

  test.each([
    ['sigmoid', 'plain'],
    ['sigmoid', 'residual'],
    ['sigmoid', 'layerNorm'],
    ['tanh', 'residual'],
    ['tanh', 'residualLayerNorm'],
    ['relu', 'residual'],
    ['relu', 'scaled'],
    ['relu', 'batchNorm'],
    ['relu', 'residualBatchNorm'],
    ['relu', 'residualLayerNorm'],
  ] as const)('%s, %s: the median of ten seeds is within 2 %% of theory', (activation, design) => {
    const initializer = activation === 'relu' ? 'heNormal' : 'xavierNormal'
    const settings = { activation, design, initializer, depth: 30 } as const
    const factor = (name: string, weightSeed: number) =>
      measured(skipConnections, { ...settings, weightSeed }, name)
    const found = median(seeds.map((seed) => factor('factor', seed)))
    const predicted = factor('predictedFactor', 1)
    expect(Math.abs(found / predicted - 1)).toBeLessThan(0.02)
  })
})

describe('down the ravine', () => {
  const across = (condition: number) => [1, 1 / condition]

  test.each([4, 49, 400])('condition %d: (κ − 1)/(κ + 1), and with momentum √κ for κ', (kappa) => {
    const best = 2 / (1 + 1 / kappa)
    expect(quadraticFactor('sgd', { learningRate: best }, across(kappa))).toBeCloseTo(
      (kappa - 1) / (kappa + 1),
      12,
    )
    const root = Math.sqrt(kappa)
    const learningRate = (2 / (1 + 1 / root)) ** 2
    const momentum = ((root - 1) / (root + 1)) ** 2
    expect(quadraticFactor('momentum', { learningRate, momentum }, across(kappa))).toBeCloseTo(
      (root - 1) / (root + 1),
      6,
    )
  })

  test.each([
    ['sgd', { learningRate: 1.5 }],
    ['sgd', { learningRate: 2.02 }],
    ['momentum', { learningRate: 1, momentum: 0.9 }],
    ['momentum', { learningRate: 0.1, momentum: 0.5 }],
    ['nesterov', { learningRate: 0.5, momentum: 0.5 }],
    ['nesterov', { learningRate: 1.2, momentum: 0.9 }],
  ] as const)('what %s with %o leaves of the distance per step is as predicted', (optimizer, o) => {
    const settings = { optimizer, ...o, condition: 25, steps: 400 } as const
    const factor = measured(optimizerRace, settings, 'factor')
    expect(factor / measured(optimizerRace, settings, 'predictedFactor')).toBeCloseTo(1, 2)
  })

  test('RMSprop is fast along the axes and slow across them', () => {
    const settings = { optimizer: 'rmsprop', learningRate: 0.1 } as const
    const steps = (angle: number) =>
      measured(optimizerRace, { ...settings, angle }, 'stepsToHundredth')
    expect(steps(0)).toBe(5)
    expect(steps(45)).toBe(-1)
  })
})

describe('in a network', () => {
  test('four sigmoid layers learn under Adam and not under plain descent', () => {
    const settings = { depth: 4, batchSize: 50, recordEvery: 5, steps: 200 } as const
    const loss = (optimizer: 'sgd' | 'adam', learningRate: number) =>
      measured(gradientFlow, { ...settings, optimizer, learningRate }, 'endLoss')
    expect(loss('adam', 0.03)).toBeLessThan(0.6)
    for (const rate of [0.01, 0.1, 1]) expect(loss('sgd', rate)).toBeGreaterThan(2.2)
  })

  test.each([0.003, 0.03, 0.3])('fifty plain ReLU layers do not learn at a rate of %d', (rate) => {
    const shape = { depth: 50, width: 24, batchSize: 40, steps: 100 } as const
    const plain = { design: 'plain', activation: 'relu', initializer: 'heNormal' } as const
    const settings = { ...shape, ...plain, learningRate: rate }
    expect(measured(skipConnections, settings, 'endLoss')).toBeGreaterThan(2.2)
  })

  test.each([
    ['sgd', 0.01, 0.03, 0.1],
    ['momentum', 0.003, 0.01, 0.03],
    ['adam', 0.003, 0.01, 0.03],
  ] as const)('%s: %d is a worse rate than %d, and so is %d', (optimizer, low, best, high) => {
    const shape = { activation: 'relu', initializer: 'heNormal', steps: 150 } as const
    const settings = { ...shape, optimizer, batchSize: 50, recordEvery: 5 }
    const loss = (learningRate: number) =>
      measured(gradientFlow, { ...settings, learningRate }, 'endLoss')
    expect(loss(best)).toBeLessThan(loss(low))
    expect(loss(best)).toBeLessThan(loss(high))
  })

  test('a hundred blocks, residual and layer-normalised, let δ grow about tenfold', () => {
    const settings = { design: 'residualLayerNorm', activation: 'relu', depth: 100 } as const
    const growth = seeds.map((weightSeed) =>
      measured(skipConnections, { ...settings, initializer: 'heNormal', weightSeed }, 'growth'),
    )
    expect(median(growth)).toBeGreaterThan(7)
    expect(median(growth)).toBeLessThan(25)
  })
})
