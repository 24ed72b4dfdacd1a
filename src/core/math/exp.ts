/**
 * e^x, e^x − 1 and tanh x from one reduction and one polynomial.
 *
 * x = k ln 2 + r with k whole and |r| ≤ ln 2 / 2, so e^x = 2^k e^r. ln 2 is kept in two parts, the
 * first so short that k times it is exact (Cody and Waite, "Software Manual for the Elementary
 * Functions"). e^r − 1 = r + r²/2 + r³ P(r) with a minimax P of degree 9 whose error is 2^−58.6.
 *
 * What rounds is the last addition; the larger part of each earlier rounding error is recovered
 * exactly, since (a − (a + b)) + b is the error of a + b when |a| ≥ |b| (Dekker, "A floating-point
 * technique for extending the available precision") and is added back.
 *
 * Largest errors measured, in units in the last place: exp 0.75 (0.62 where the result is a normal
 * number, not a subnormal one), expm1 0.79, tanh 0.68.
 * Within |x| < 87 exp runs straight through, and tanh does so everywhere: no table, no branch.
 */
import { powerOfTwo, signOf, smallPowerOfTwo } from './bits.ts'

const LN2_0 = 0.6931471805598903
const LN2_1 = 5.497923018708371e-14

/** 2^−54, below which e^x − 1 rounds to x. */
const TINY = 5.551115123125783e-17

/** Added and taken away again, 1.5 · 2^52 rounds to a whole number, ties to even. */
const ROUNDER = 6755399441055744

const P0 = 0.16666666666666669
const P1 = 0.04166666666666667
const P2 = 0.008333333333330062
const P3 = 0.0013888888888880944
const P4 = 0.0001984126986305611
const P5 = 2.4801587333953088e-5
const P6 = 2.7557268456677055e-6
const P7 = 2.755726431433642e-7
const P8 = 2.510038687728531e-8
const P9 = 2.091813816945801e-9

/** e^r − 1 − r. Summed in pairs, so that a processor can work on several at once. */
function beyondLinear(r: number): number {
  const r2 = r * r
  const r4 = r2 * r2
  const low = P0 + P1 * r + r2 * (P2 + P3 * r)
  const high = P4 + P5 * r + r2 * (P6 + P7 * r) + r4 * (P8 + P9 * r)
  // r²/2 in two parts, the first exact because it is the square of 24 bits.
  const short = Math.fround(r)
  const square = 0.5 * short * short
  const squareTail = 0.5 * (r - short) * (r + short)
  return square + (squareTail + r2 * r * (low + r4 * high))
}

/** e^r for the reduced r = hi − lo. */
function expReduced(hi: number, lo: number): number {
  const sum = 1 + hi
  return sum + (1 - sum + hi + (beyondLinear(hi - lo) - lo))
}

/** e^x for every double; e^−∞ = 0, and what is too large or too small becomes ∞ or 0. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 87)) return expFar(x)
  const k = x * Math.LOG2E + ROUNDER - ROUNDER
  return expReduced(x - k * LN2_0, k * LN2_1) * smallPowerOfTwo(k)
}

function expFar(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  if (x < -745.1332191019412) return 0
  const k = x * Math.LOG2E + ROUNDER - ROUNDER
  // In two factors, because 2^k itself may be beyond the doubles; only the last product rounds.
  const half = Math.floor(k / 2)
  return expReduced(x - k * LN2_0, k * LN2_1) * powerOfTwo(half) * powerOfTwo(k - half)
}

/** e^x − 1 for every double, exact to the last place near 0 too. */
export function expm1(x: number): number {
  if (Math.abs(x) < TINY) return x
  if (x < -40) return -1
  if (!(x < 87)) return expFar(x)
  const k = x * Math.LOG2E + ROUNDER - ROUNDER
  const scale = smallPowerOfTwo(k)
  const lo = k * LN2_1
  const hi = x - k * LN2_0
  // (2^k − 1) + 2^k hi, the larger first. From k = 54 on, 2^k − 1 is rounded too.
  const whole = scale - 1
  const lost = scale - whole - 1
  const scaled = scale * hi
  const sum = whole + scaled
  return sum + (whole - sum + scaled + (scale * (beyondLinear(hi - lo) - lo) + lost))
}

/**
 * tanh x = E / (E + 2) with E = e^{2|x|} − 1, both kept in two parts. A first quotient of 24 bits
 * leaves a remainder that is exact (24 by 24 and 24 by 29 bits), and the remainder divided gives
 * the rest. From |x| = 22 on the result is 1.
 */
export function tanh(x: number): number {
  const t = 2 * Math.min(Math.abs(x), 22)
  const k = t * Math.LOG2E + ROUNDER - ROUNDER
  const scale = smallPowerOfTwo(k)
  const lo = k * LN2_1
  const hi = t - k * LN2_0
  const whole = scale - 1
  const scaled = scale * hi
  const sum = whole + scaled
  const rest = whole - sum + scaled + scale * (beyondLinear(hi - lo) - lo)
  const e = sum + rest
  const eTail = sum - e + rest
  const d = e + 2
  const two = d - e
  const dTail = e - (d - two) + (2 - two) + eTail
  const inverse = 1 / d
  const quotient = Math.fround(e * inverse)
  const dShort = Math.fround(d)
  const remainder = e - quotient * dShort - quotient * (d - dShort) + (eTail - quotient * dTail)
  return signOf(x) * (quotient + remainder * inverse)
}
