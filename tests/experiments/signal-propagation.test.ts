import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { bins, countedShares, normalShares } from '../../src/experiments/shared/histogram.ts'
import { signalPropagation } from '../../src/experiments/signal-propagation/index.ts'
import type {
  SignalPropagationConfig,
  SignalPropagationRecord,
} from '../../src/experiments/signal-propagation/record.ts'
import { predictSizes } from '../../src/experiments/signal-propagation/theory.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const config = (given: Partial<SignalPropagationConfig> = {}): SignalPropagationConfig => ({
  ...defaults(signalPropagation.parameters),
  ...given,
})

function run(given: Partial<SignalPropagationConfig> = {}): SignalPropagationRecord {
  for (const record of signalPropagation.run(config(given), {})) if (record) return record
  throw new Error('no record')
}

describe('the recursion of the variances, by hand', () => {
  /** Squares of what is predicted for three layers of 100 units. */
  function squares(given: Partial<SignalPropagationConfig>) {
    const predicted = predictSizes(config({ ...given, depth: 3, width: 100 }))
    return Object.fromEntries(
      Object.entries(predicted).map(([name, sizes]) => [
        name.replace('Predicted', ''),
        sizes.map((size) => Number((size * size).toFixed(9))),
      ]),
    )
  }

  test('ReLU, He, biases from N(0, 1): each layer adds 1, and half of the squares pass', () =>
    expect(squares({ activation: 'relu', initializer: 'heNormal', biasScale: 1 })).toEqual({
      preActivation: [3, 4, 5],
      activation: [1.5, 2, 2.5],
      delta: [0.5, 0.5, 0.5],
    }))

  test('ReLU, Xavier: each layer halves, both ways', () =>
    expect(squares({ activation: 'relu', initializer: 'xavierNormal' })).toEqual({
      preActivation: [1, 0.5, 0.25],
      activation: [0.5, 0.25, 0.125],
      delta: [0.125, 0.25, 0.5],
    }))

  test('linear, N(0, 0.01) with 100 inputs: nothing changes', () => {
    const given = { activation: 'identity', initializer: 'normal', weightScale: 0.1 } as const
    const ones = [1, 1, 1]
    expect(squares(given)).toEqual({ preActivation: ones, activation: ones, delta: ones })
  })

  test('linear, twice 1/√fan-in, biases of ½: four times, and a quarter on top going forward', () => {
    const given = { activation: 'identity', initializer: 'fanIn', weightScale: 2 } as const
    const forward = [4.25, 17.25, 69.25]
    expect(squares({ ...given, biasScale: 0.5 })).toEqual({
      preActivation: forward,
      activation: forward,
      delta: [16, 4, 1],
    })
  })
})

describe('measured beside predicted, the median of 20 networks of width 256', () => {
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[10] as number

  test.each([
    ['tanh', 'fanIn', 1],
    ['tanh', 'fanIn', 2],
    ['relu', 'heNormal', 1],
    ['sigmoid', 'xavierUniform', 4],
  ] as const)(
    '%s, %s × %d: within a twentieth in each of five layers',
    (activation, initializer, scale) => {
      const settings = { activation, initializer, weightScale: scale, width: 256, depth: 5 }
      const records = Array.from({ length: 20 }, (_, i) => run({ ...settings, weightSeed: i + 1 }))
      for (const quantity of ['preActivation', 'activation', 'delta'] as const) {
        records[0]?.[`${quantity}Predicted`].forEach((predicted, l) => {
          const measured = median(records.map((record) => record[quantity][l] as number))
          expect(Math.abs(measured / predicted - 1), `${quantity} ${l}`).toBeLessThan(0.05)
        })
      }
    },
  )
})

describe('histograms', () => {
  test('count what is not 0, with what lies beyond in the outer bars', () => {
    const shares = countedShares(Float64Array.of(0, 0, 0.01, -0.01, 0.99, 5, -7, 1e300), 1)
    expect(shares).toHaveLength(bins)
    expect(shares[(bins - 1) / 2]).toBe(2 / 6)
    expect(shares[bins - 1]).toBe(3 / 6)
    expect(shares[0]).toBe(1 / 6)
  })

  test('without a value are empty, not undefined', () => {
    expect(countedShares(new Float64Array(3), 1)).toEqual(new Array(bins).fill(0))
  })

  test('of a normal law: 0.6827 within one deviation, 0.9973 within three', () => {
    // Bins of the width of two deviations around 0, then of two thirds of one.
    const middle = (bins - 1) / 2
    expect(normalShares(1, bins)[middle]).toBeCloseTo(0.6827, 4)
    const fine = normalShares(1, bins / 3)
    const within = fine.slice(middle - 4, middle + 5).reduce((sum, share) => sum + share, 0)
    expect(within).toBeCloseTo(0.9973, 4)
  })

  test('add up to 1, whatever deviation and reach', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (deviation, reach) => {
          const total = normalShares(deviation, reach).reduce((sum, share) => sum + share, 0)
          expect(total).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})

test('another weight seed keeps the inputs, another data seed keeps the weights', () => {
  const small = { width: 8, depth: 2 }
  const [first, other] = [run(small), run({ ...small, weightSeed: 2 })]
  expect(other.preActivation).not.toEqual(first.preActivation)
  // Weights of a linear net scale z; the same weights and inputs give the same z, scaled.
  const [plain, double] = [1, 2].map((weightScale) =>
    run({ ...small, weightScale, activation: 'identity', dataSeed: 5 }),
  )
  expect(double?.preActivation[0]).toBe(2 * (plain?.preActivation[0] as number))
  expect(run({ ...small, dataSeed: 5 }).preActivation).not.toEqual(first.preActivation)
})

test('any configuration gives one record of finite numbers, a histogram for each layer', () => {
  fc.assert(
    fc.property(arbitraryConfig(signalPropagation.parameters), (given) => {
      const small = { ...given, width: Math.min(given.width, 24) }
      const record = run(small)
      for (const column of Object.values(record)) {
        expect([small.depth, bins * small.depth]).toContain((column as number[]).length)
        for (const x of column as number[]) expect(Number.isFinite(x)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
