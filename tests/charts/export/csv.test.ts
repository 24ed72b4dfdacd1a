import { expect, test } from 'vitest'
import { toCsv } from '../../../src/charts/export/csv.ts'

const table = { columns: ['a, "b"', 'c\nd', 'e'], rows: [[0.1 + 0.2, null, -1e-300]] }

test('CSV is quoted as RFC 4180 asks, with every digit', () => {
  expect(toCsv(table)).toBe('"a, ""b""","c\nd",e\r\n0.30000000000000004,,-1e-300\r\n')
})

test('CSV takes the line break of where it goes', () => {
  expect(toCsv({ columns: ['a'], rows: [[1]] }, '\n')).toBe('a\n1\n')
})
