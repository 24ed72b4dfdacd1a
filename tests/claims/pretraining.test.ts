/** What chapter seven's exercises answer in typed numbers, with the settings that their links hold. */
import { expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { pretraining } from '../../src/experiments/pretraining/index.ts'
import type {
  PretrainingConfig,
  PretrainingRecord,
} from '../../src/experiments/pretraining/record.ts'

const data = { digits: unpackDigits(packed) }

function run(config: Partial<PretrainingConfig>): PretrainingRecord[] {
  const whole = { ...defaults(pretraining.parameters), recordEvery: 100, ...config }
  return [...pretraining.run(whole, data)].filter((record) => record !== undefined)
}

test.each([
  [4, 60],
  [64, 12],
])('a code of %d numbers leaves about %d per cent of the variance missing', (width, percent) => {
  const layer = run({ depth: 1, steps: 0, width }).findLast(({ lost }) => lost !== undefined)
  expect(Math.abs(100 * (layer?.lost ?? 0) - percent)).toBeLessThan(1)
})

test('2,000 steps with labels leave the small weights at guessing', () => {
  const last = run({ start: 'small', pretrainSteps: 0, steps: 2000 }).at(-1)
  expect(last?.accuracy).toBeLessThan(0.15)
  expect(last?.loss).toBeGreaterThan(2.25)
})

test('and layer 1 with about a ten-thousandth of what layer 6 gets', () => {
  const { deltaNorm = [] } = run({ start: 'small', pretrainSteps: 0, steps: 0 }).at(-1) ?? {}
  const ratio = (deltaNorm[5] as number) / (deltaNorm[0] as number)
  expect(ratio).toBeGreaterThan(8000)
  expect(ratio).toBeLessThan(20_000)
})

test.each([
  [2, 0.9, 1],
  [3, 0.5, 0.85],
  [4, 0, 0.15],
])('at a rate of 2, 1,600 steps: %d layers read between %d and %d', (depth, least, most) => {
  const given = { start: 'small', pretrainSteps: 0, learningRate: 2, steps: 1600 } as const
  const accuracy = run({ ...given, depth }).at(-1)?.accuracy
  expect(accuracy).toBeGreaterThanOrEqual(least)
  expect(accuracy).toBeLessThanOrEqual(most)
})
