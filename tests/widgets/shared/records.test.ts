import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../src/widgets/shared/records.ts'

describe('the span of a run’s values', () => {
  it('is that of all positive finite ones, and none without any', () => {
    const records = [{ y: [3, -1, 0] }, { y: [Number.NaN, Infinity, 1e-300] }, { y: [7] }]
    expect(spanOf(records, 'y', ({ y }) => y)).toEqual([1e-300, 7])
    expect(spanOf([{ y: [0, -2] }], 'y', ({ y }) => y)).toEqual([])
    expect(spanOf([], 'y', () => [1])).toEqual([])
  })

  it('grows with the run, and reads no record twice', () => {
    const records = [{ y: 2 }, { y: 5 }]
    let reads = 0
    const span = () =>
      spanOf(records, 'y', ({ y }) => {
        reads++
        return [y]
      })
    expect(span()).toEqual([2, 5])
    records.push({ y: 11 }, { y: 1 })
    expect(span()).toEqual([1, 11])
    expect(span()).toEqual([1, 11])
    expect(reads).toBe(4)
    expect(spanOf(records, 'twice', ({ y }) => [2 * y])).toEqual([2, 22])
  })
})
