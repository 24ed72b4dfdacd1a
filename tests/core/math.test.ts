import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cos, exp, expm1, log, log1p, sin, tanh } from '../../src/core/math.ts'

const math = { exp, expm1, log, log1p, tanh, sin, cos }
type Name = keyof typeof math
interface Range {
  kind: 'uniform' | 'bits' | 'steps'
  from: number
  to: number
  count: number
}

/** The largest error in ulps that the reference points show, rounded up; the docstrings quote it. */
const largestError: Record<Name, number> = {
  exp: 0.75,
  expm1: 0.79,
  log: 0.64,
  log1p: 0.6,
  tanh: 0.68,
  sin: 0.77,
  cos: 0.7,
}
const names = Object.keys(largestError) as Name[]

const golden = new URL('../golden/', import.meta.url)
const reference: Record<Name, { count: number; check: number; ranges: Range[] }> = JSON.parse(
  readFileSync(new URL('math.json', golden), 'utf8'),
).functions
const places = readFileSync(new URL('math.bin', golden))

const view = new DataView(new ArrayBuffer(8))
function highWord(x: number): number {
  view.setFloat64(0, x)
  return view.getUint32(0)
}
function lowWord(x: number): number {
  view.setFloat64(0, x)
  return view.getUint32(4)
}
function fromWords(high: number, low: number): number {
  view.setUint32(0, high)
  view.setUint32(4, low)
  return view.getFloat64(0)
}

/** The points of tests/golden/math-reference.py, from the same generator (xorshift32). */
function pointsOf(ranges: readonly Range[], seed: number): Float64Array {
  const points = new Float64Array(ranges.reduce((sum, { count }) => sum + count, 0))
  let state = seed
  const word = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  let n = 0
  for (const { kind, from, to, count } of ranges) {
    const first = highWord(Math.abs(from))
    const span = 1 + highWord(Math.abs(to)) - first
    for (let i = 0; i < count; i++) {
      if (kind === 'steps') {
        points[n++] = from * (1 + (i - count / 2) * 2 ** -52)
        continue
      }
      const a = word()
      const b = word()
      if (kind === 'uniform') points[n++] = from + (to - from) * ((a + b / 2 ** 32) / 2 ** 32)
      else {
        const high = first + Number((BigInt(a) * BigInt(span)) >> 32n)
        points[n++] = fromWords(high, b) * (from < 0 ? -1 : 1)
      }
    }
  }
  return points
}

function checkOf(points: Float64Array): number {
  let check = 0
  for (const x of points) {
    const bits = (BigInt(highWord(x)) << 32n) | BigInt(lowWord(x))
    check = Number((BigInt(check) * 31n + bits) & 0xffffffffn)
  }
  return check
}

/** How far y is from the true value, in ulps, if that is less than 128; see the generator. */
function errorOf(y: number, place: number): number {
  const own = (lowWord(y) << 8) * (highWord(y) >> 31 === 0 ? 1 : -1)
  return Math.abs(((own - place) << 16) >> 16) / 256
}

test.each(names)('%s is within 1 ulp of the true value', (name) => {
  const index = names.indexOf(name)
  const { ranges, count, check } = reference[name]
  const points = pointsOf(ranges, index + 1)
  expect(points.length).toBe(count)
  expect(count).toBeGreaterThanOrEqual(1e5)
  expect(checkOf(points)).toBe(check)

  const start = names.slice(0, index).reduce((sum, n) => sum + reference[n].count, 0)
  const own = math[name]
  let worst = 0
  let worstPoint = 0
  for (const [i, x] of points.entries()) {
    const y = own(x)
    const roughly = Math[name](x)
    const rough = Math.abs(y - roughly) <= 1e-14 * Math.abs(roughly) + 3e-322
    const error = rough
      ? errorOf(y, places.readUInt16LE(2 * (start + i)))
      : Number.POSITIVE_INFINITY
    if (error > worst) {
      worst = error
      worstPoint = x
    }
  }
  expect(worst, `largest error, at x = ${worstPoint}`).toBeLessThanOrEqual(largestError[name])
  expect(largestError[name]).toBeLessThanOrEqual(1)
})

test('the reference holds nothing else', () => {
  const count = names.reduce((sum, n) => sum + reference[n].count, 0)
  expect(places.length).toBe(2 * count)
})

const { POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf, NaN: nan } = Number
const least = 5e-324
const most = Number.MAX_VALUE

/** C99 annex F.9, and what IEEE 754 makes of results beyond the doubles. */
const special: Record<Name, [x: number, y: number][]> = {
  exp: [
    [0, 1],
    [-0, 1],
    [inf, inf],
    [minusInf, 0],
    [least, 1],
    [-least, 1],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, inf],
    [most, inf],
    [-745.1332191019411, least],
    [-745.1332191019412, 0],
    [-most, 0],
  ],
  expm1: [
    [0, 0],
    [-0, -0],
    [inf, inf],
    [minusInf, -1],
    [least, least],
    [-least, -least],
    [-50, -1],
    [-most, -1],
    [709.7827128933841, inf],
    [most, inf],
  ],
  log: [
    [1, 0],
    [0, minusInf],
    [-0, minusInf],
    [-1, nan],
    [-least, nan],
    [minusInf, nan],
    [inf, inf],
    [least, -744.4400719213812],
    [most, 709.782712893384],
  ],
  log1p: [
    [0, 0],
    [-0, -0],
    [-1, minusInf],
    [-1.0000000000000002, nan],
    [minusInf, nan],
    [inf, inf],
    [least, least],
    [-least, -least],
    [most, 709.782712893384],
  ],
  tanh: [
    [0, 0],
    [-0, -0],
    [inf, 1],
    [minusInf, -1],
    [most, 1],
    [-most, -1],
    [22, 1],
    [least, least],
    [-least, -least],
  ],
  sin: [
    [0, 0],
    [-0, -0],
    [inf, nan],
    [minusInf, nan],
    [least, least],
    [-least, -least],
  ],
  cos: [
    [0, 1],
    [-0, 1],
    [inf, nan],
    [minusInf, nan],
    [least, 1],
  ],
}

test.each(names)('%s of special values', (name) => {
  for (const [x, y] of special[name]) expect(math[name](x), `${name}(${x})`).toBe(y)
  expect(math[name](nan)).toBe(nan)
})

test('odd functions are odd and cos is even, to the bit', () => {
  const failed = pointsOf(reference.sin.ranges, 99).filter(
    (x) =>
      !Object.is(tanh(-x), -tanh(x)) || !Object.is(sin(-x), -sin(x)) || !Object.is(cos(-x), cos(x)),
  )
  expect([...failed]).toEqual([])
})

test.each(['exp', 'expm1', 'log', 'log1p', 'tanh'] as const)(
  '%s does not fall where its paths meet',
  (name) => {
    const own = math[name]
    const meetings = reference[name].ranges.filter(({ kind }) => kind === 'steps')
    expect(meetings.length).toBeGreaterThan(0)
    for (const range of meetings) {
      const values = pointsOf([range], 1).sort().map(own)
      expect([...values]).toEqual([...values].sort((a, b) => a - b))
    }
  },
)
