import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { erf, erfc } from '../../src/core/math.ts'

/** From tests/golden/erf.py. */
const golden: { values: [x: number, erf: number, erfc: number][] } = JSON.parse(
  readFileSync(new URL('../golden/erf.json', import.meta.url), 'utf8'),
)

/** From a double to the next in size. */
function ulp(x: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(x))
  view.setBigInt64(0, view.getBigInt64(0) + 1n)
  return view.getFloat64(0) - Math.abs(x)
}

// The golden values are rounded, which half an ulp allows for.
test.each([
  ['erf', erf, 1, 1.5],
  ['erfc', erfc, 2, 4.5],
] as const)('%s is as near to the true value as its file says', (_, own, column, most) => {
  const errors = golden.values.map((row) => Math.abs(own(row[0]) - row[column]) / ulp(row[column]))
  expect(golden.values.length).toBeGreaterThan(1500)
  expect(Math.max(...errors)).toBeLessThanOrEqual(most)
})

test('special values', () => {
  const { POSITIVE_INFINITY: inf, NaN: nan } = Number
  expect([erf(0), erf(-0), erf(inf), erf(-inf), erf(nan)]).toEqual([0, -0, 1, -1, nan])
  expect([erfc(0), erfc(inf), erfc(-inf), erfc(nan)]).toEqual([1, 0, 2, nan])
})

test('erf is odd and the two add up to 1', () => {
  for (const [x] of golden.values) {
    expect(erf(-x)).toBe(-erf(x))
    expect(erf(x) + erfc(x)).toBeCloseTo(1, 15)
  }
})
