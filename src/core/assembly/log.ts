/** log1p of core/math/log.ts, operation by operation. */
import { powerOfTwo } from './exp'

const LN2_0: f64 = 0.6931471805598903
const LN2_1: f64 = 5.497923018708371e-14
const ROOT_HALF: i32 = 0x3fe6a09e
const TWO_64: f64 = 18446744073709552000.0
const TINY: f64 = 5.551115123125783e-17

const L0: f64 = 0.6666666666666734
const L1: f64 = 0.39999999999413965
const L2: f64 = 0.2857142874256228
const L3: f64 = 0.2222219855377423
const L4: f64 = 0.18183565407736121
const L5: f64 = 0.15314021108167788
const L6: f64 = 0.14796261257735407

function logReduced(k: f64, f: f64, extra: f64): f64 {
  const s = f / (2 + f)
  const z = s * s
  const R = z * (L0 + z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * L6))))))
  const short = <f64>(<f32>f)
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

@inline
function exponent(x: f64): i32 {
  return (<i32>(reinterpret<u64>(x) >> 32) - ROOT_HALF) >> 20
}

export function log(x: f64): f64 {
  if (!(x > 1e-37 && x < 1e37)) return logFar(x)
  const k = exponent(x)
  return logReduced(k, x * powerOfTwo(-k) - 1, 0)
}

function logFar(x: f64): f64 {
  if (x == 0) return -Infinity
  if (!(x > 0 && x < Infinity)) return x < 0 ? NaN : x
  const near = x < 1 ? x * TWO_64 : x / TWO_64
  const k = exponent(near)
  return logReduced(x < 1 ? k - 64 : k + 64, near * powerOfTwo(-k) - 1, 0)
}

export function log1p(x: f64): f64 {
  if (abs(x) < TINY) return x
  if (!(x > -1 && x < 1e37)) return logFar(1 + x)
  const u = 1 + x
  const k = exponent(u)
  if (k == 0) return logReduced(0, x, 0)
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1)
  return logReduced(k, u * powerOfTwo(-k) - 1, lost / u)
}
