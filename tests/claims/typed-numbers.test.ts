/**
 * Numbers that chapters one to five type because they are mathematics, and the answers of their exercises
 * where a widget runs them. Each expected value is the one that stands in the text.
 */
import { describe, expect, test } from 'vitest'
import { activations } from '../../src/core/activations/index.ts'
import { softmax } from '../../src/core/losses/index.ts'
import { meanFieldFactors } from '../../src/core/theory/mean-field.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { saturatedNeuron } from '../../src/experiments/saturated-neuron/index.ts'

const { sigmoid, tanh } = activations

describe('chapter one', () => {
  test('a weight of 100 has a factor of 1 or more on an interval of width 0.09', () => {
    const width = (2 / 100) * Math.log((100 * (1 + Math.sqrt(1 - 4 / 100))) / 2 - 1)
    expect(width.toFixed(2)).toBe('0.09')
    for (const [share, above] of [
      [0.499, true],
      [0.501, false],
    ] as const)
      expect(100 * sigmoid.derivative(100 * share * width) >= 1).toBe(above)
  })

  test('for large s the factor of a sigmoid layer nears √(s/(6√π)), which is 1 a little above 10', () => {
    const asymptote = (s: number) => Math.sqrt(s / (6 * Math.sqrt(Math.PI)))
    expect(asymptote(10)).toBeLessThan(1)
    expect(asymptote(11)).toBeGreaterThan(1)
    for (const [s, tolerance] of [
      [30, 0.05],
      [300, 0.01],
    ] as const) {
      const layer = { fanIn: 256, weightDeviation: s / 16, biasDeviation: 0 }
      const layers = Array.from({ length: 12 }, () => layer)
      const factors = meanFieldFactors({ activation: sigmoid, layers, inputs: [1] })
      expect(Math.abs((factors.at(-1) as number) / asymptote(s) - 1)).toBeLessThan(tolerance)
    }
  })

  test('weights of 8 at z = 2: slope 0.105, factor 0.84', () => {
    const four = (x: number) => [x, x, x, x]
    const config = { activation: 'sigmoid', weights: four(8), preActivations: four(2) } as const
    const [record] = chainProduct.run(config, {})
    expect(sigmoid.value(2).toFixed(3)).toBe('0.881')
    expect(sigmoid.derivative(2).toFixed(3)).toBe('0.105')
    expect(record?.factor.map((factor) => factor.toFixed(2))).toEqual(four(0.84).map(String))
  })
})

describe('chapter two', () => {
  test('one over the slope is e^z + 2 + e^−z', () => {
    for (let z = -20; z <= 20; z += 0.25)
      expect(sigmoid.derivative(z) * (Math.exp(z) + 2 + Math.exp(-z))).toBeCloseTo(1, 13)
  })

  test('saturated, below a tenth of the steepest: sigmoid from 3.64 on, tanh from 1.82 on', () => {
    expect(Math.acosh(19).toFixed(2)).toBe('3.64')
    expect((Math.acosh(19) / 2).toFixed(2)).toBe('1.82')
    expect(sigmoid.derivative(Math.acosh(19))).toBeCloseTo(0.025, 14)
    expect(tanh.derivative(Math.acosh(19) / 2)).toBeCloseTo(0.1, 14)
  })

  test('e^z/2η is 182 steps at z = 4 and 495 at z = 5; most of the wait from 4 to 0 is its first unit', () => {
    const wait = (from: number, to: number) => (Math.exp(from) - Math.exp(to)) / (2 * 0.15)
    expect((Math.exp(4) / 0.3).toFixed(0)).toBe('182')
    expect((Math.exp(5) / 0.3).toFixed(0)).toBe('495')
    expect(wait(4, 3) / wait(4, 0)).toBeGreaterThan(0.6)
    expect(wait(6, 4)).toBeGreaterThan(1155)
    expect(wait(6, 4)).toBeLessThan(1165)
  })

  test.each([
    ['from w = b = 3, about 1,400', { weight: 3, bias: 3, steps: 2000 }, 1350, 1450],
    ['with ten times the rate, about 25', { learningRate: 1.5, steps: 100 }, 22, 28],
  ] as const)('steps to half-way %s', (_, changes, low, high) => {
    const config = { ...defaults(saturatedNeuron.parameters), ...changes }
    const records = [...saturatedNeuron.run(config, {})].filter((one) => one !== undefined)
    const steps = saturatedNeuron.measures['stepsToHalfway']?.(records, config)
    expect(steps).toBeGreaterThan(low)
    expect(steps).toBeLessThan(high)
  })
})

describe('chapter three', () => {
  test('at z = −6 cross-entropy has about 405 times the δ of squared error', () =>
    expect((1 / sigmoid.derivative(-6)).toFixed(0)).toBe('405'))
})

describe('chapter four', () => {
  const shares = (...logits: number[]) => {
    const a = new Float64Array(logits.length)
    softmax(Float64Array.from(logits), a, 0, logits.length)
    return [...a].map((share) => share.toFixed(3))
  }

  test('logits 1, 2, 3, and at half the temperature', () => {
    expect(shares(1, 2, 3)).toEqual(['0.090', '0.245', '0.665'])
    expect(shares(2, 4, 6)).toEqual(['0.016', '0.117', '0.867'])
  })

  test('e^z overflows from about 710 on', () => {
    expect(Math.exp(709)).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(Math.exp(710)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('chapter five', () => {
  test('a computer rounds tanh to its ends from about |z| = 19 on', () => {
    expect(tanh.value(18.9)).toBeLessThan(1)
    expect(tanh.value(19.1)).toBe(1)
    expect(tanh.value(-19.1)).toBe(-1)
  })

  test('at z = 4 the sigmoid is 13 times steeper than tanh', () => {
    expect(tanh.derivative(4).toFixed(5)).toBe('0.00134')
    expect(sigmoid.derivative(4).toFixed(4)).toBe('0.0177')
    expect((sigmoid.derivative(4) / tanh.derivative(4)).toFixed(0)).toBe('13')
  })
})
