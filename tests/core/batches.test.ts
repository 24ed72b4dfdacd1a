import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accuracy, Batches } from '../../src/core/datasets/batches.ts'
import { xor } from '../../src/core/datasets/index.ts'

const rowsOf = (batches: Batches, count: number) =>
  Array.from({ length: count }, () => {
    batches.advance()
    return [...batches.rows]
  })

test('in every epoch each row comes at most once, and the leftover sits out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(99), fc.nat(999), (size, extra, seed) => {
      const count = size + extra
      const perEpoch = Math.floor(count / size)
      const batches = new Batches(xor(count, 1), size, seed)
      for (let epoch = 0; epoch < 3; epoch++) {
        const rows = rowsOf(batches, perEpoch).flat()
        expect(rows.length).toBe(perEpoch * size)
        expect(new Set(rows).size).toBe(rows.length)
        expect(rows.every((row) => row >= 0 && row < count)).toBe(true)
      }
    }),
    { seed: 1, numRuns: 50 },
  )
})

test('inputs and targets are those of the rows', () => {
  const set = xor(50, 1)
  const batches = new Batches(set, 8, 3)
  for (let i = 0; i < 20; i++) {
    batches.advance()
    batches.rows.forEach((row, at) => {
      expect(batches.inputs.subarray(2 * at, 2 * at + 2)).toEqual(
        set.inputs.subarray(2 * row, 2 * row + 2),
      )
      expect(batches.targets.subarray(2 * at, 2 * at + 2)).toEqual(
        set.targets.subarray(2 * row, 2 * row + 2),
      )
    })
  }
})

test('a batch of the whole set, or larger, is the file order every time', () => {
  const set = xor(12, 1)
  for (const size of [12, 100]) {
    const batches = new Batches(set, size, 3)
    const order = [...Array(12).keys()]
    expect(rowsOf(batches, 3)).toEqual([order, order, order])
    expect(batches.inputs).toEqual(set.inputs)
    expect(batches.size).toBe(12)
  }
})

test('epochs differ in order, and the seed decides it', () => {
  const set = xor(60, 1)
  const [first, second] = [0, 1].map(() => rowsOf(new Batches(set, 20, 5), 6))
  expect(first).toEqual(second)
  expect(first?.slice(0, 3)).not.toEqual(first?.slice(3))
  expect(rowsOf(new Batches(set, 20, 6), 6)).not.toEqual(first)
})

test('accuracy is the share of rows whose largest output is the class', () => {
  const output = Float64Array.of(0.1, 0.9, 3, -1, 0, 0.2)
  const targets = Float64Array.of(0, 1, 0, 1, 0, 1)
  expect(accuracy(output, targets, 3, 2)).toBe(2 / 3)
})
