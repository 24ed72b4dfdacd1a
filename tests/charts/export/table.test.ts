import { describe, expect, it } from 'vitest'
import { chartToTable } from '../../../src/charts/export/table.ts'
import { line, profile } from '../samples.ts'

describe('a chart as a table', () => {
  it('has one row for each x of any series', () => {
    const series = [
      line({ label: 'a', x: [1, 3], y: [0.1, null] }),
      line({ label: 'b', x: [2, 3], y: [5, 1e-12] }),
      { kind: 'band', id: 's', label: 'seeds', tone: 'one', x: [1], low: [0], high: [1] } as const,
    ]
    expect(chartToTable({ ...profile, series })).toEqual({
      columns: ['hidden layer', 'a', 'b', 'seeds, low', 'seeds, high'],
      rows: [
        [1, 0.1, null, 0, 1],
        [2, null, 5, null, null],
        [3, null, 1e-12, null, null],
      ],
    })
  })
})
