/**
 * core/math/exp.ts, operation by operation: for a double, and for two at once, which have the same bits.
 * The constants of pairs are read from memory, which costs less than making them anew at each use.
 */
const LN2_0: f64 = 0.6931471805598903
const LN2_1: f64 = 5.497923018708371e-14
const LOG2E: f64 = 1.4426950408889634
const TINY: f64 = 5.551115123125783e-17
const ROUNDER: f64 = 6755399441055744.0

const P0: f64 = 0.16666666666666669
const P1: f64 = 0.04166666666666667
const P2: f64 = 0.008333333333330062
const P3: f64 = 0.0013888888888880944
const P4: f64 = 0.0001984126986305611
const P5: f64 = 2.4801587333953088e-5
const P6: f64 = 2.7557268456677055e-6
const P7: f64 = 2.755726431433642e-7
const P8: f64 = 2.510038687728531e-8
const P9: f64 = 2.091813816945801e-9

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

const constants = memory.data<f64>(
  [
    LN2_0, LN2_1, LOG2E, ROUNDER, P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, 0.5, 1, 2, 22,
  ],
  16,
)

@inline
function constant(i: i32): v128 {
  return v128.load64_splat(constants + (i << 3))
}
@inline
export function one(): v128 {
  return constant(15)
}

@inline
function add(x: v128, y: v128): v128 {
  return f64x2.add(x, y)
}
@inline
function sub(x: v128, y: v128): v128 {
  return f64x2.sub(x, y)
}
@inline
function mul(x: v128, y: v128): v128 {
  return f64x2.mul(x, y)
}
@inline
function froundPair(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x))
}
/** x · LOG2E with the rounder added, whose last bits are k. */
@inline
function rounded(x: v128): v128 {
  return add(mul(x, constant(2)), constant(3))
}
@inline
function powerOfTwoPair(rounded: v128): v128 {
  return i64x2.add(i64x2.shl(rounded, 52), constant(15))
}

@inline
function beyondLinearPair(r: v128): v128 {
  const r2 = mul(r, r)
  const r4 = mul(r2, r2)
  const low = add(
    add(constant(4), mul(constant(5), r)),
    mul(r2, add(constant(6), mul(constant(7), r))),
  )
  const high = add(
    add(
      add(constant(8), mul(constant(9), r)),
      mul(r2, add(constant(10), mul(constant(11), r))),
    ),
    mul(r4, add(constant(12), mul(constant(13), r))),
  )
  const short = froundPair(r)
  const half = constant(14)
  const square = mul(mul(half, short), short)
  const squareTail = mul(mul(half, sub(r, short)), add(r, short))
  return add(square, add(squareTail, mul(mul(r2, r), add(low, mul(r4, high)))))
}

/** e^x for a pair with |x| < 87 in both; ask `isNear` first. */
@inline
export function expPair(x: v128): v128 {
  const shifted = rounded(x)
  const k = sub(shifted, constant(3))
  const hi = sub(x, mul(k, constant(0)))
  const lo = mul(k, constant(1))
  const sum = add(one(), hi)
  const tail = add(add(sub(one(), sum), hi), sub(beyondLinearPair(sub(hi, lo)), lo))
  return mul(add(sum, tail), powerOfTwoPair(shifted))
}

@inline
export function isNear(x: v128, limit: f64): bool {
  return i64x2.bitmask(f64x2.lt(f64x2.abs(x), f64x2.splat(limit))) == 3
}

/** tanh x for every pair. */
@inline
export function tanhPair(x: v128): v128 {
  const two = constant(16)
  const t = mul(two, f64x2.pmin(f64x2.abs(x), constant(17)))
  const shifted = rounded(t)
  const k = sub(shifted, constant(3))
  const scale = powerOfTwoPair(shifted)
  const lo = mul(k, constant(1))
  const hi = sub(t, mul(k, constant(0)))
  const whole = sub(scale, one())
  const scaled = mul(scale, hi)
  const sum = add(whole, scaled)
  const beyond = sub(beyondLinearPair(sub(hi, lo)), lo)
  const rest = add(add(sub(whole, sum), scaled), mul(scale, beyond))
  const e = add(sum, rest)
  const eTail = add(sub(sum, e), rest)
  const d = add(e, two)
  const taken = sub(d, e)
  const dTail = add(add(sub(e, sub(d, taken)), sub(two, taken)), eTail)
  const inverse = f64x2.div(one(), d)
  const quotient = froundPair(mul(e, inverse))
  const dShort = froundPair(d)
  const remainder = add(
    sub(sub(e, mul(quotient, dShort)), mul(quotient, sub(d, dShort))),
    sub(eTail, mul(quotient, dTail)),
  )
  const size = add(quotient, mul(remainder, inverse))
  return v128.or(size, v128.andnot(x, f64x2.abs(i64x2.splat(-1))))
}

/** e^−|x| for the two pairs at `from`, all |x| < 87, to `to`. Two pairs side by side share the constants. */
@inline
export function expQuad(x: v128, y: v128, to: usize): void {
  const c3 = constant(3)
  let c = constant(2)
  const sx = add(mul(x, c), c3)
  const sy = add(mul(y, c), c3)
  const kx = sub(sx, c3)
  const ky = sub(sy, c3)
  c = constant(0)
  const hx = sub(x, mul(kx, c))
  const hy = sub(y, mul(ky, c))
  c = constant(1)
  const lx = mul(kx, c)
  const ly = mul(ky, c)
  const rx = sub(hx, lx)
  const ry = sub(hy, ly)
  const rx2 = mul(rx, rx)
  const ry2 = mul(ry, ry)
  const rx4 = mul(rx2, rx2)
  const ry4 = mul(ry2, ry2)
  // high
  c = constant(13)
  let ux = mul(c, rx)
  let uy = mul(c, ry)
  c = constant(12)
  ux = mul(rx4, add(c, ux))
  uy = mul(ry4, add(c, uy))
  c = constant(11)
  let vx = mul(c, rx)
  let vy = mul(c, ry)
  c = constant(10)
  vx = mul(rx2, add(c, vx))
  vy = mul(ry2, add(c, vy))
  c = constant(9)
  let wx = mul(c, rx)
  let wy = mul(c, ry)
  c = constant(8)
  const highx = add(add(add(c, wx), vx), ux)
  const highy = add(add(add(c, wy), vy), uy)
  c = constant(7)
  vx = mul(c, rx)
  vy = mul(c, ry)
  c = constant(6)
  vx = mul(rx2, add(c, vx))
  vy = mul(ry2, add(c, vy))
  c = constant(5)
  wx = mul(c, rx)
  wy = mul(c, ry)
  c = constant(4)
  const polyx = mul(mul(rx2, rx), add(add(add(c, wx), vx), mul(rx4, highx)))
  const polyy = mul(mul(ry2, ry), add(add(add(c, wy), vy), mul(ry4, highy)))
  const shx = froundPair(rx)
  const shy = froundPair(ry)
  const half = constant(14)
  const tx = mul(mul(half, sub(rx, shx)), add(rx, shx))
  const ty = mul(mul(half, sub(ry, shy)), add(ry, shy))
  const qx = mul(mul(half, shx), shx)
  const qy = mul(mul(half, shy), shy)
  const bx = sub(add(qx, add(tx, polyx)), lx)
  const by = sub(add(qy, add(ty, polyy)), ly)
  const o = one()
  const sumx = add(o, hx)
  const sumy = add(o, hy)
  v128.store(to, mul(add(sumx, add(add(sub(o, sumx), hx), bx)), i64x2.add(i64x2.shl(sx, 52), o)))
  v128.store(to, mul(add(sumy, add(add(sub(o, sumy), hy), by)), i64x2.add(i64x2.shl(sy, 52), o)), 16)
}
