import { expect, test } from 'vitest'
import {
  divergedAt,
  endLoss,
  factorPerLayer,
  meanOfLast,
} from '../../../src/experiments/shared/measures.ts'

test('the factor per layer is a geometric mean over the steps back', () => {
  expect(factorPerLayer([2, 7, 54])).toBeCloseTo(Math.sqrt(2 / 54), 14)
  expect(factorPerLayer([3])).toBe(1)
  expect(factorPerLayer()).toBe(1)
})

test('the end of a run is its last five records, or all of fewer', () => {
  const losses = (...all: number[]) => all.map((loss) => ({ loss }))
  expect(endLoss(losses(100, 1, 2, 3, 4, 10))).toBe(4)
  expect(endLoss(losses(1, 2))).toBe(1.5)
  expect(meanOfLast(losses(100, 1, 2), 2, ({ loss }) => loss)).toBe(1.5)
})

test('a run diverged where its last record names a quantity', () => {
  const diverged = { step: 7, divergedQuantity: 'loss' }
  expect(divergedAt([{ step: 0 }, diverged])).toBe(7)
  expect(divergedAt([diverged, { step: 8 }])).toBe(-1)
  expect(divergedAt([])).toBe(-1)
})
