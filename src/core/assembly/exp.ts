/** core/math/exp.ts, operation by operation. */
export const LN2_0: f64 = 0.6931471805598903
export const LN2_1: f64 = 5.497923018708371e-14
export const LOG2E: f64 = 1.4426950408889634
const TINY: f64 = 5.551115123125783e-17
export const ROUNDER: f64 = 6755399441055744.0

export const P0: f64 = 0.16666666666666669
export const P1: f64 = 0.04166666666666667
export const P2: f64 = 0.008333333333330062
export const P3: f64 = 0.0013888888888880944
export const P4: f64 = 0.0001984126986305611
export const P5: f64 = 2.4801587333953088e-5
export const P6: f64 = 2.7557268456677055e-6
export const P7: f64 = 2.755726431433642e-7
export const P8: f64 = 2.510038687728531e-8
export const P9: f64 = 2.091813816945801e-9

/** 2^k for whole k from −1022 to 1023: the rounder leaves k in the last bits, the exponent is the first. */
@inline
export function powerOfTwo(k: f64): f64 {
  return reinterpret<f64>((reinterpret<u64>(k + ROUNDER) << 52) + 0x3ff0000000000000)
}

@inline
function fround(x: f64): f64 {
  return <f64>(<f32>x)
}

function beyondLinear(r: f64): f64 {
  const r2 = r * r
  const r4 = r2 * r2
  const low = P0 + P1 * r + r2 * (P2 + P3 * r)
  const high = P4 + P5 * r + r2 * (P6 + P7 * r) + r4 * (P8 + P9 * r)
  const short = fround(r)
  const square = 0.5 * short * short
  const squareTail = 0.5 * (r - short) * (r + short)
  return square + (squareTail + r2 * r * (low + r4 * high))
}

function expReduced(hi: f64, lo: f64): f64 {
  const sum = 1 + hi
  return sum + (1 - sum + hi + (beyondLinear(hi - lo) - lo))
}

export function exp(x: f64): f64 {
  if (!(abs(x) < 87)) return expFar(x)
  const k = x * LOG2E + ROUNDER - ROUNDER
  return expReduced(x - k * LN2_0, k * LN2_1) * powerOfTwo(k)
}

function expFar(x: f64): f64 {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const k = x * LOG2E + ROUNDER - ROUNDER
  const half = floor(k / 2)
  return expReduced(x - k * LN2_0, k * LN2_1) * powerOfTwo(half) * powerOfTwo(k - half)
}

export function expm1(x: f64): f64 {
  if (abs(x) < TINY) return x
  if (x < -40) return -1
  if (!(x < 87)) return expFar(x)
  const k = x * LOG2E + ROUNDER - ROUNDER
  const scale = powerOfTwo(k)
  const lo = k * LN2_1
  const hi = x - k * LN2_0
  const whole = scale - 1
  const lost = scale - whole - 1
  const scaled = scale * hi
  const sum = whole + scaled
  return sum + (whole - sum + scaled + (scale * (beyondLinear(hi - lo) - lo) + lost))
}
