import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { depthWidth } from '../../src/experiments/depth-width/index.ts'
import type {
  DepthWidthConfig,
  DepthWidthRecord,
} from '../../src/experiments/depth-width/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const small = {
  ...defaults(depthWidth.parameters),
  dataset: 'spiral',
  budget: 300,
  examples: 60,
  steps: 20,
  repeats: 2,
} as const
const run = async (config: Partial<DepthWidthConfig>): Promise<readonly DepthWidthRecord[]> =>
  (await runToEnd(depthWidth, { ...small, ...config })).records

test('every depth is trained once, and then again with the next seeds', async () => {
  const records = await run({})
  expect(records.map(({ depth }) => depth)).toEqual([1, 2, 4, 8, 12, 1, 2, 4, 8, 12])
  const later = await run({ repeats: 1, dataSeed: 2, weightSeed: 2, batchSeed: 2 })
  expect(later).toEqual(records.slice(5))
  const sizes = await run({ across: 'sizes', depth: 2, repeats: 1 })
  expect(sizes.map(({ examples }) => examples)).toEqual([25, 50, 100, 200, 400])
  expect(new Set(sizes.map(({ width }) => width)).size).toBe(1)
})

test('widths are those whose parameters come nearest to the budget', async () => {
  const [one, two, , eight] = await run({ dataset: 'digits', budget: 2000, repeats: 1, steps: 1 })
  // 64 inputs, 10 classes, counted by hand: 75w + 10, w² + 76w + 10, 7w² + 82w + 10.
  expect(one).toMatchObject({ width: 27, parameters: 75 * 27 + 10 })
  expect(two).toMatchObject({ width: 21, parameters: 21 * 21 + 76 * 21 + 10 })
  expect(eight).toMatchObject({ width: 12, parameters: 7 * 144 + 82 * 12 + 10 })
})

test('what is put aside stays the same while the training set grows', async () => {
  // With no step to speak of, the untrained network's answers to it must not depend on its size.
  const records = await run({ across: 'sizes', depth: 1, repeats: 1, steps: 1, learningRate: 1e-4 })
  const errors = records.map(({ testLoss }) => testLoss)
  expect(Math.max(...errors) - Math.min(...errors)).toBeLessThan(0.01)
  expect(new Set(errors).size).toBeGreaterThan(1)
})

test('a network that learns a few examples by heart is right on these, and not on all others', async () => {
  const [first] = await run({
    dataset: 'digits',
    budget: 2000,
    examples: 25,
    steps: 300,
    repeats: 1,
  })
  expect(first?.trainError).toBe(0)
  expect(first?.testError).toBeGreaterThan(0.1)
})

test('a training that diverges says so, and counts as all wrong', async () => {
  const records = await run({
    optimizer: 'sgd',
    learningRate: 10,
    budget: 5000,
    steps: 50,
    repeats: 1,
  })
  const lost = records.filter(({ divergedQuantity }) => divergedQuantity !== undefined)
  expect(lost.length).toBeGreaterThan(0)
  for (const { trainError, testError, step } of lost) {
    expect([trainError, testError]).toEqual([1, 1])
    expect(step).toBeLessThanOrEqual(50)
  }
})

test('any configuration runs', () =>
  fc.assert(
    fc.asyncProperty(arbitraryConfig(depthWidth.parameters), async (config) => {
      const records = await run({
        ...config,
        budget: Math.min(config.budget, 500),
        steps: Math.min(config.steps, 3),
        repeats: 1,
      })
      expect(records).toHaveLength(5)
      const sound = records.filter(({ divergedQuantity }) => divergedQuantity === undefined)
      expect(sound.flatMap((record) => Object.values(record)).every(Number.isFinite)).toBe(true)
    }),
    { seed: 1, numRuns: 20 },
  ))
