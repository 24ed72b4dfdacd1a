import { expect, test } from 'vitest'
import type { TrainingLog } from '../../src/diagnosis/log.ts'
import { type LogSummary, summarizing } from '../../src/diagnosis/summary.ts'

function summaryOf(log: TrainingLog): LogSummary {
  const steps = summarizing(log)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const log = (loss: TrainingLog['loss'], gradientNorm: TrainingLog['steps'] = [1]): TrainingLog => ({
  steps: gradientNorm.map((_, i) => i),
  layers: [{ name: 'a', gradientNorm }],
  ...(loss && { loss }),
})

test('the loss is that of the first quarter of the steps and of the last, by the lower median', () => {
  expect(summaryOf(log([1, 9, 5, 5, 5, 5, 3, 2])).loss).toEqual({ first: 1, last: 2, brokenAt: -1 })
  expect(summaryOf(log([9, 1, 5, 5, 5, 5, 2, 3])).loss).toEqual({ first: 1, last: 2, brokenAt: -1 })
  // A quarter of nine steps is three, rounded up.
  expect(summaryOf(log([9, 4, 8, 0, 0, 0, 7, 1, 3])).loss).toMatchObject({ first: 8, last: 3 })
  expect(summaryOf(log([6])).loss).toMatchObject({ first: 6, last: 6 })
  expect(summaryOf(log(undefined)).loss).toEqual({
    first: Number.NaN,
    last: Number.NaN,
    brokenAt: -1,
  })
})

test('a layer goes by the median of its finite numbers, and says where they ended', () => {
  const [layer] = summaryOf(log(undefined, [5, 1, Infinity, 2, Number.NaN, 3])).layers
  expect(layer).toMatchObject({ name: 'a', brokenAt: 2 })
  expect(layer?.medians).toEqual({
    gradientNorm: 2, // the lower of 2 and 3
    ...{ updateRatio: Number.NaN, saturated: Number.NaN, dead: Number.NaN },
  })
})

test('a gap is neither a number nor the end of them', () => {
  expect(summaryOf(log([null, 4, null, Number.NaN])).loss).toEqual({
    ...{ first: Number.NaN, last: Number.NaN, brokenAt: 3 },
  })
})
