import { describe, expect, test } from 'vitest'
import { type Activation, activations } from '../../src/core/activations/index.ts'
import { stream } from '../../src/core/random.ts'
import { centralDifferences } from './central-differences.ts'

const all = Object.entries<Activation>(activations)

/** Seeded points on ±6, none of them so near to 0 that a difference would straddle the kink. */
const points = (() => {
  const draws = stream(1, 'data')
  return Float64Array.from({ length: 500 }, () => 12 * draws.uniform() - 6).filter(
    (z) => Math.abs(z) > 1e-3,
  )
})()

describe.each(all)('%s', (id, activation) => {
  test('is called by its key', () => {
    expect(activation.id).toBe(id)
  })

  test('derivative agrees with central differences to 1e-6', () => {
    for (const z of points) {
      const x = Float64Array.of(z)
      const [slope] = centralDifferences(() => activation.value(x[0] as number), x, 1e-5)
      const expected = activation.derivative(z)
      // Below 1e-4 the difference itself has too few digits: it is 1e-16 / 1e-5 blunt.
      expect(Math.abs((slope as number) - expected)).toBeLessThanOrEqual(
        1e-6 * Math.max(Math.abs(expected), 1e-4),
      )
    }
  })

  test('map gives the bits of value and derivative', () => {
    const z = Float64Array.of(
      ...points,
      0,
      -0,
      1e-300,
      -1e-300,
      40,
      -40,
      800,
      -800,
      Infinity,
      -1e308,
    )
    const [a, slope] = [new Float64Array(z.length), new Float64Array(z.length)]
    const alpha = activation.parameter?.initial ?? 0
    activation.map(z, a, slope, z.length, alpha)
    z.forEach((at, i) => {
      expect(a[i]).toBe(withoutSign(activation.value(at), a[i]))
      expect(slope[i]).toBe(activation.derivative(at))
    })
  })

  test('keeps NaN in sight', () => {
    const [z, a, slope] = [Float64Array.of(Number.NaN), new Float64Array(1), new Float64Array(1)]
    activation.map(z, a, slope, 1, 0.25)
    expect(a[0]).toBeNaN()
    expect(activation.value(Number.NaN)).toBeNaN()
  })

  test('steepest is the supremum of |derivative|', () => {
    const size = (z: number) => Math.abs(activation.derivative(z))
    let at = 0
    for (let z = -50; z <= 50; z += 1 / 64) if (size(z) > size(at)) at = z
    for (let step = 1 / 128; step > 1e-8; step /= 2)
      for (const z of [at - step, at + step]) if (size(z) > size(at)) at = z
    const largest = size(at)
    expect(largest).toBeLessThanOrEqual(activation.steepest)
    expect(largest).toBeCloseTo(activation.steepest, 12)
  })
})

/** Zero has two signs, and a map may give the other one: nothing downstream can tell. */
const withoutSign = (x: number, like: number | undefined) => (x === 0 && like === 0 ? like : x)

describe('slopes at the kink follow PyTorch', () => {
  const atKink = {
    relu: 0,
    leakyRelu: 0.01,
    prelu: 0.25,
    elu: 1,
    selu: 1.7580993408473766,
  } as const

  test.each(Object.entries(atKink))("%s'(0) = %d", (id, expected) => {
    const activation: Activation = activations[id as keyof typeof atKink]
    for (const zero of [0, -0]) {
      const [a, slope] = [new Float64Array(1), new Float64Array(1)]
      activation.map(Float64Array.of(zero), a, slope, 1, activation.parameter?.initial ?? 0)
      expect(activation.derivative(zero)).toBe(expected)
      expect(slope[0]).toBe(expected)
      expect(Math.abs(a[0] as number)).toBe(0)
    }
  })

  test("PReLU'(0) is its slope, whatever it has learned", () => {
    const { prelu } = activations
    expect(prelu.derivative(0, 0.7)).toBe(0.7)
    const slope = new Float64Array(1)
    prelu.map(Float64Array.of(0), new Float64Array(1), slope, 1, -0.3)
    expect(slope[0]).toBe(-0.3)
  })
})

test('slopes far from zero keep their digits', () => {
  // σ'(−40) = e⁻⁴⁰ to 17 digits, where a(1 − a) would still do; at +40 it would give 0.
  expect(activations.sigmoid.derivative(40)).toBeCloseTo(4.248354255291589e-18, 30)
  expect(activations.sigmoid.derivative(40)).toBe(activations.sigmoid.derivative(-40))
  expect(activations.softplus.derivative(-40)).toBeCloseTo(4.248354255291589e-18, 30)
  // tanh'(30) = 4e⁻⁶⁰, where tanh itself has long rounded to 1.
  expect(activations.tanh.derivative(30) / 3.502604305078608e-26).toBeCloseTo(1, 13)
  // Beyond e^-745 there is no double left.
  expect(activations.sigmoid.derivative(800)).toBe(0)
})
