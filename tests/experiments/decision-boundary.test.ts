import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { decisionBoundary } from '../../src/experiments/decision-boundary/index.ts'
import type {
  DecisionBoundaryConfig,
  DecisionBoundaryRecord,
} from '../../src/experiments/decision-boundary/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const run = (config: Partial<DecisionBoundaryConfig>) =>
  runToEnd(decisionBoundary, { ...defaults(decisionBoundary.parameters), ...config })
const last = ({ records }: { records: readonly DecisionBoundaryRecord[] }) =>
  records.at(-1) as DecisionBoundaryRecord
const seeds = [1, 2, 3, 4, 5]

test('C42: without a hidden layer XOR stays at the loss of guessing, with one it is learned', async () => {
  for (const weightSeed of seeds) {
    const none = last(await run({ depth: 0, weightSeed }))
    expect(none.loss).toBeCloseTo(Math.LN2, 2)
    expect(none.error).toBeGreaterThan(0.25)
    expect(last(await run({ depth: 1, width: 4, weightSeed })).error).toBe(0)
  }
})

test('C39: layers without a curve draw one straight line, however many they are', async () => {
  const { regions } = last(await run({ dataset: 'moons', activation: 'identity', depth: 4 }))
  // Along every row of cells a half-plane changes its answer once at most.
  for (let row = 0; row < 40; row++) {
    const cells = regions.slice(40 * row, 40 * row + 40)
    const changes = cells.filter((cell, i) => i > 0 && cell !== cells[i - 1])
    expect(changes.length).toBeLessThanOrEqual(1)
  }
  expect(new Set(regions).size).toBe(2)
})

test('the first record holds the points, and the regions agree with what is answered to them', async () => {
  for (const dataset of ['xor', 'moons', 'circles', 'spiral'] as const) {
    const result = await run({ dataset, depth: 2, width: 16, steps: 300 })
    const { inputs = [], labels = [], reach = 1 } = result.records[0] as DecisionBoundaryRecord
    expect(labels).toHaveLength(200)
    const { regions, error } = last(result)
    expect(regions).toHaveLength(1600)
    let wrong = 0
    labels.forEach((label, i) => {
      const [x = 0, y = 0] = inputs.slice(2 * i, 2 * i + 2)
      expect(Math.max(Math.abs(x), Math.abs(y)), dataset).toBeLessThan(reach)
      const column = Math.floor(((x / reach + 1) / 2) * 40)
      const row = Math.floor(((1 - y / reach) / 2) * 40)
      if (regions[40 * row + column] !== label) wrong++
    })
    expect(Math.abs(wrong / 200 - error), dataset).toBeLessThan(0.05)
  }
})

test('any configuration runs', () =>
  fc.assert(
    fc.asyncProperty(arbitraryConfig(decisionBoundary.parameters), async (config) => {
      const { records } = await run({ ...config, steps: Math.min(config.steps, 5) })
      const sound = records.filter((record) => record.divergedQuantity === undefined)
      expect(sound.length).toBeGreaterThanOrEqual(records.length - 1)
      expect(sound.flatMap((record) => Object.values(record).flat()).every(Number.isFinite)).toBe(
        true,
      )
    }),
    { seed: 1, numRuns: 30 },
  ))
