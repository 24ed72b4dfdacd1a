/**
 * ln x and ln(1 + x) from one reduction and one polynomial.
 *
 * x = 2^k (1 + f) with √½ ≤ 1 + f < √2, so ln x = k ln 2 + ln(1 + f). With s = f / (2 + f),
 * ln(1 + f) = 2 artanh s, a series in odd powers of s that falls fast because |s| ≤ 0.172 (the
 * reduction is that of Cody and Waite, "Software Manual for the Elementary Functions"). As
 * 2s = f − s f and s f = f²/2 − s f²/2, the sum can be led by f, which is exact:
 *
 *     ln(1 + f) = f − (f²/2 − s (f²/2 + R)),   R = 2 artanh(s) / s − 2 = z L(z),   z = s²
 *
 * with a minimax L of degree 6 whose error is 2^−57.8. The rounding error of k ln 2 + f is
 * recovered exactly (Dekker's sum, see exp.ts).
 *
 * Largest errors measured: log 0.64, log1p 0.6 units in the last place.
 */
import { highWord, powerOfTwo, smallPowerOfTwo } from './bits.ts'

const LN2_0 = 0.6931471805598903
const LN2_1 = 5.497923018708371e-14
/** The high word of √½. */
const ROOT_HALF = 0x3fe6a09e

const TWO_64 = 18446744073709552000
/** 2^−54, below which ln(1 + x) rounds to x. */
const TINY = 5.551115123125783e-17

const L0 = 0.6666666666666734
const L1 = 0.39999999999413965
const L2 = 0.2857142874256228
const L3 = 0.2222219855377423
const L4 = 0.18183565407736121
const L5 = 0.15314021108167788
const L6 = 0.14796261257735407

/** k ln 2 + ln(1 + f) + extra, where extra is too small to be rounded with care. */
function logReduced(k: number, f: number, extra: number): number {
  const s = f / (2 + f)
  const z = s * s
  const R = z * (L0 + z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * L6))))))
  // f²/2 in two parts, the first exact because it is the square of 24 bits.
  const short = Math.fround(f)
  const square = 0.5 * short * short
  const squareTail = 0.5 * (f - short) * (f + short)
  const whole = k * LN2_0
  const sum = whole + f
  const sumTail = whole - sum + f
  const lead = sum - square
  const leadTail = sum - lead - square
  return (
    lead +
    (leadTail + (sumTail + (s * (square + squareTail + R) - squareTail + (k * LN2_1 + extra))))
  )
}

/** The whole k for which x > 0, a normal number, is 2^k times something from √½ to √2. */
function exponent(x: number): number {
  return (highWord(x) - ROOT_HALF) >> 20
}

/** ln x for every double; ln ±0 = −∞, and ln x is NaN for x < 0. */
export function log(x: number): number {
  if (!(x > 1e-37 && x < 1e37)) return logFar(x)
  const k = exponent(x)
  return logReduced(k, x * smallPowerOfTwo(-k) - 1, 0)
}

function logFar(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x < 0 ? Number.NaN : x
  // Brought nearer to 1 first, exactly: the smallest numbers have no exponent of their own, and
  // for the largest 2^−k would have none.
  const near = x < 1 ? x * TWO_64 : x / TWO_64
  const k = exponent(near)
  return logReduced(x < 1 ? k - 64 : k + 64, near * powerOfTwo(-k) - 1, 0)
}

/** ln(1 + x) for every double, exact to the last place near 0 too; ln(1 − 1) = −∞. */
export function log1p(x: number): number {
  if (Math.abs(x) < TINY) return x
  if (!(x > -1 && x < 1e37)) return logFar(1 + x)
  const u = 1 + x
  const k = exponent(u)
  if (k === 0) return logReduced(0, x, 0)
  // What rounding 1 + x lost, taken from the larger of the two, enters as ln(1 + lost / u).
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1)
  return logReduced(k, u * smallPowerOfTwo(-k) - 1, lost / u)
}
