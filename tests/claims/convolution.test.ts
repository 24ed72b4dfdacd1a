/** What the chapter on convolutions types as mathematics, and what it says of more than one start. */
import { expect, test } from 'vitest'
import { load } from '../../src/experiment/data.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { tinyCnn } from '../../src/experiments/tiny-cnn/index.ts'
import type { TinyCnnConfig, TinyCnnRecord } from '../../src/experiments/tiny-cnn/record.ts'

const base = defaults(tinyCnn.parameters)
const data = await load(tinyCnn, base)

function run(change: Partial<TinyCnnConfig>): TinyCnnRecord[] {
  const records: TinyCnnRecord[] = []
  for (const record of tinyCnn.run({ ...base, ...change }, data)) if (record) records.push(record)
  return records
}

const stack = { channels: 4, pooling: 'max', steps: 200 } as const

test('numbers of parameters', () => {
  expect(6 * 6 * 9 + 6).toBe(330)
  expect(6 * 64 * (6 * 64) + 6 * 64).toBe(147_840)
})

test('C32: from other starts too, twenty convolutions end far above eight, and eight above two', {
  timeout: 300_000,
}, () => {
  for (const weightSeed of [3, 7]) {
    const [two, eight, twenty] = [2, 8, 20].map((depth) =>
      tinyCnn.measures.lastLoss?.(run({ ...stack, depth, weightSeed }), base),
    ) as [number, number, number]
    expect(two).toBeLessThan(0.3)
    expect(eight).toBeGreaterThan(2 * two)
    expect(twenty).toBeGreaterThan(1.5 * eight)
  }
})

test('exercise: weights 1.3 times as large keep δ, and the stack of twenty still does not train', {
  timeout: 300_000,
}, () => {
  const records = run({ ...stack, depth: 20, weightSeed: 8, weightScale: 1.3 })
  expect(tinyCnn.measures.weakening?.(records, base)).toBeLessThan(1)
  expect(tinyCnn.measures.lastLoss?.(records, base)).toBeGreaterThan(1.85)
})

test('exercise: twenty sigmoid convolutions weaken δ more than a million times as much as ten', () => {
  const weakening = (depth: number) => {
    const records = run({ depth, activation: 'sigmoid', initializer: 'xavierUniform', steps: 0 })
    return tinyCnn.measures.weakening?.(records, base) as number
  }
  expect(weakening(20) / weakening(10)).toBeGreaterThan(1e6)
  expect(0.224 ** -10 / 1e6).toBeCloseTo(3, 0)
})
