import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import type { ChainProductConfig } from '../../src/experiments/chain-product/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

function run(config: ChainProductConfig) {
  const records = [...chainProduct.run(config, {})].filter((record) => record !== undefined)
  expect(records).toHaveLength(1)
  return records[0] as (typeof records)[number]
}

test('four weights of 100 with every z at 0: a factor of 25 a layer, 3906.25 at the first bias', () => {
  const config = {
    activation: 'sigmoid',
    weights: [100, 100, 100, 100],
    preActivations: [0, 0, 0, 0],
  } as const
  const record = run(config)
  expect(record.slope).toEqual([0.25, 0.25, 0.25, 0.25])
  expect(record.factor).toEqual([25, 25, 25, 25])
  expect(record.biasGradient).toEqual([3906.25, 156.25, 6.25, 0.25])
  expect(record.bound).toEqual(record.biasGradient)
  expect(chainProduct.measures['firstGradient']?.([record], config)).toBe(3906.25)
  expect(chainProduct.measures['firstFactor']?.([record], config)).toBe(25)
})

test('the first weight multiplies no gradient of a bias: it stands before the first neuron', () => {
  const chain = { activation: 'identity', preActivations: [0, 0, 0] } as const
  const { biasGradient } = run({ ...chain, weights: [7, 3, -2] })
  expect(biasGradient).toEqual([-6, -2, 1])
})

test('a missing pre-activation counts as 0, one too many is left alone', () => {
  const weights = [1, 1]
  const { slope } = run({ activation: 'sigmoid', weights, preActivations: [1] })
  expect(slope[1]).toBe(0.25)
  expect(run({ activation: 'sigmoid', weights, preActivations: [1, 2, 3] }).slope).toHaveLength(2)
})

test('no gradient is beyond its bound, and all are numbers', () => {
  fc.assert(
    fc.property(arbitraryConfig(chainProduct.parameters), (config) => {
      const { biasGradient, bound, slope, factor } = run(config)
      for (const column of [biasGradient, bound, slope, factor]) {
        expect(column).toHaveLength(config.weights.length)
        expect(column.every(Number.isFinite)).toBe(true)
      }
      biasGradient.forEach((gradient, i) => {
        expect(Math.abs(gradient)).toBeLessThanOrEqual((bound[i] as number) * (1 + 1e-14))
      })
    }),
    { seed: 1, numRuns: 500 },
  )
})
