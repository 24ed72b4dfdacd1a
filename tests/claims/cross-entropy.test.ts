/** What chapter three says beside its figures: of a published one that steps by the wrong gradient, of other seeds, and in its exercises. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { lossDuel } from '../../src/experiments/loss-duel/index.ts'
import type { LossDuelConfig } from '../../src/experiments/loss-duel/record.ts'

/**
 * One sigmoid neuron, x = 1, y = 0, under C = −ln(1−a), by hand: `rule` is what each step takes for the
 * gradient of weight and bias. Nothing of the core is used.
 */
function outputAt(step: number, start: number, learningRate: number, rule: (a: number) => number) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
  let [w, b] = [start, start]
  for (let i = 0; i < step; i++) {
    const gradient = rule(sigmoid(w + b))
    w -= learningRate * gradient
    b -= learningRate * gradient
  }
  return sigmoid(w + b)
}

const byPreActivation = (a: number) => a // ∂C/∂z, which moves w and b
const byOutput = (a: number) => 1 / (1 - a) // ∂C/∂a, which the animation uses in its place
const squared = (a: number) => a * a * (1 - a) // ∂C/∂z of a²/2

test.each([
  ['the published step, η = 0.005', byOutput, 0.005, '0.048'],
  ['the right step, η = 0.005', byPreActivation, 0.005, '0.780'],
  ['the right step, η = 0.15', byPreActivation, 0.15, '0.012'],
  ['squared error, η = 0.15', squared, 0.15, '0.203'],
] as const)('from w = b = 2, %s: the output at step 300', (_, rule, learningRate, expected) => {
  expect(outputAt(300, 2, learningRate, rule).toFixed(3)).toBe(expected)
})

test('the published step is some 57 times too long at the start', () => {
  const a = 1 / (1 + Math.exp(-4))
  expect(Math.round(byOutput(a) / byPreActivation(a))).toBe(57)
})

describe('C21 does not hang on one draw of the weights: three more', () => {
  const data = { digits: unpackDigits(packed) }
  const wrong = (changes: Partial<LossDuelConfig>) => {
    const config = { ...defaults(lossDuel.parameters), ...changes }
    const records = [...lossDuel.run(config, data)].filter((one) => one !== undefined)
    return lossDuel.measures['lastError']?.(records, config) ?? Number.NaN
  }
  /** The least that is read wrongly at some of the rates of the figure's scan, its best among them. */
  const best = (rates: readonly number[], changes: Partial<LossDuelConfig>) =>
    Math.min(
      ...rates.map((rate) =>
        wrong({ ...changes, learningRateCrossEntropy: rate, learningRateMeanSquaredError: rate }),
      ),
    )

  test.each([2, 3, 4])(
    'weight seed %d',
    (weightSeed) => {
      const near = { initializer: 'normal', weightScale: 0.3, steps: 100, weightSeed } as const
      const far = { ...near, weightScale: 3 } as const
      expect(best([2], { ...near, loss: 'binaryCrossEntropy' })).toBeLessThan(0.05)
      expect(best([5], { ...near, loss: 'meanSquaredError' })).toBeLessThan(0.2)
      expect(best([2, 5, 10], { ...far, loss: 'binaryCrossEntropy' })).toBeLessThan(0.05)
      expect(best([0.2, 5, 10, 20], { ...far, loss: 'meanSquaredError' })).toBeGreaterThan(0.5)
    },
    30_000,
  )
})

describe('the exercises on hidden layers and on a larger rate', () => {
  const data = { digits: unpackDigits(packed) }
  const measured = (changes: Partial<LossDuelConfig>) => {
    const config = { ...defaults(lossDuel.parameters), ...changes }
    const records = [...lossDuel.run(config, data)].filter((one) => one !== undefined)
    const measure = (name: string) => lossDuel.measures[name]?.(records, config) ?? Number.NaN
    return { weakening: measure('weakening'), wrong: measure('lastError') }
  }

  test('ReLU with He brings δ to layer 1, and more than nine digits in ten are read', () => {
    const relu = { activation: 'relu', initializer: 'heNormal' } as const
    const { weakening, wrong } = measured({ depth: 5, ...relu, learningRateCrossEntropy: 0.05 })
    expect(weakening).toBeGreaterThan(0.5)
    expect(weakening).toBeLessThan(2)
    expect(wrong).toBeLessThan(0.1)
  })

  test('sigmoid layers with weights three times as large still lose much', () => {
    expect(measured({ depth: 5, weightScale: 3, steps: 0 }).weakening).toBeGreaterThan(10)
  })

  test('four times the rate makes up for the slope at ½ only', () => {
    const start = { weightScale: 0.05, learningRateMeanSquaredError: 4 } as const
    expect(measured({ ...start, loss: 'binaryCrossEntropy' }).wrong).toBeLessThan(0.1)
    expect(measured({ ...start, loss: 'meanSquaredError' }).wrong).toBeGreaterThan(0.3)
  })
})
