/**
 * exp and tanh of core/math/exp.ts for two or four numbers at once, operation by operation, with the same
 * bits as for one. Constants are read from a table, which costs less than making them anew at each use.
 */
import * as number from './exp'

const table = memory.data<f64>(
  [
    number.LN2_0, number.LN2_1, number.LOG2E, number.ROUNDER, number.P0, number.P1, number.P2,
    number.P3, number.P4, number.P5, number.P6, number.P7, number.P8, number.P9,
    0.5, 1, 2, 22,
  ],
  16,
)

/** Where in the table each stands. */
const LN2_0: i32 = 0
const LN2_1: i32 = 1
const LOG2E: i32 = 2
const ROUNDER: i32 = 3
const P0: i32 = 4
const P1: i32 = 5
const P2: i32 = 6
const P3: i32 = 7
const P4: i32 = 8
const P5: i32 = 9
const P6: i32 = 10
const P7: i32 = 11
const P8: i32 = 12
const P9: i32 = 13
const HALF: i32 = 14
const ONE: i32 = 15
const TWO: i32 = 16
const FAR: i32 = 17

@inline
function constant(i: i32): v128 {
  return v128.load64_splat(table + (i << 3))
}
@inline
export function one(): v128 {
  return constant(ONE)
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
  return add(mul(x, constant(LOG2E)), constant(ROUNDER))
}
@inline
function powerOfTwoPair(rounded: v128): v128 {
  return i64x2.add(i64x2.shl(rounded, 52), constant(ONE))
}

@inline
function beyondLinearPair(r: v128): v128 {
  const r2 = mul(r, r)
  const r4 = mul(r2, r2)
  const low = add(
    add(constant(P0), mul(constant(P1), r)),
    mul(r2, add(constant(P2), mul(constant(P3), r))),
  )
  const high = add(
    add(
      add(constant(P4), mul(constant(P5), r)),
      mul(r2, add(constant(P6), mul(constant(P7), r))),
    ),
    mul(r4, add(constant(P8), mul(constant(P9), r))),
  )
  const short = froundPair(r)
  const half = constant(HALF)
  const square = mul(mul(half, short), short)
  const squareTail = mul(mul(half, sub(r, short)), add(r, short))
  return add(square, add(squareTail, mul(mul(r2, r), add(low, mul(r4, high)))))
}

/** e^x for a pair with |x| < 87 in both; ask `isNear` first. */
@inline
export function expPair(x: v128): v128 {
  const shifted = rounded(x)
  const k = sub(shifted, constant(ROUNDER))
  const hi = sub(x, mul(k, constant(LN2_0)))
  const lo = mul(k, constant(LN2_1))
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
  const two = constant(TWO)
  const t = mul(two, f64x2.pmin(f64x2.abs(x), constant(FAR)))
  const shifted = rounded(t)
  const k = sub(shifted, constant(ROUNDER))
  const scale = powerOfTwoPair(shifted)
  const lo = mul(k, constant(LN2_1))
  const hi = sub(t, mul(k, constant(LN2_0)))
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

/**
 * e^x and e^y for two pairs with sizes below 87, to `to`. Side by side they read each constant once, and
 * more of what a processor has under way at a time is arithmetic.
 */
@inline
export function expQuad(x: v128, y: v128, to: usize): void {
  const rounder = constant(ROUNDER)
  let c = constant(LOG2E)
  const sx = add(mul(x, c), rounder)
  const sy = add(mul(y, c), rounder)
  const kx = sub(sx, rounder)
  const ky = sub(sy, rounder)
  c = constant(LN2_0)
  const hx = sub(x, mul(kx, c))
  const hy = sub(y, mul(ky, c))
  c = constant(LN2_1)
  const lx = mul(kx, c)
  const ly = mul(ky, c)
  const rx = sub(hx, lx)
  const ry = sub(hy, ly)
  const rx2 = mul(rx, rx)
  const ry2 = mul(ry, ry)
  const rx4 = mul(rx2, rx2)
  const ry4 = mul(ry2, ry2)
  c = constant(P9)
  let ux = mul(c, rx)
  let uy = mul(c, ry)
  c = constant(P8)
  ux = mul(rx4, add(c, ux))
  uy = mul(ry4, add(c, uy))
  c = constant(P7)
  let vx = mul(c, rx)
  let vy = mul(c, ry)
  c = constant(P6)
  vx = mul(rx2, add(c, vx))
  vy = mul(ry2, add(c, vy))
  c = constant(P5)
  let wx = mul(c, rx)
  let wy = mul(c, ry)
  c = constant(P4)
  const highx = add(add(add(c, wx), vx), ux)
  const highy = add(add(add(c, wy), vy), uy)
  c = constant(P3)
  vx = mul(c, rx)
  vy = mul(c, ry)
  c = constant(P2)
  vx = mul(rx2, add(c, vx))
  vy = mul(ry2, add(c, vy))
  c = constant(P1)
  wx = mul(c, rx)
  wy = mul(c, ry)
  c = constant(P0)
  const polyx = mul(mul(rx2, rx), add(add(add(c, wx), vx), mul(rx4, highx)))
  const polyy = mul(mul(ry2, ry), add(add(add(c, wy), vy), mul(ry4, highy)))
  const shx = froundPair(rx)
  const shy = froundPair(ry)
  const half = constant(HALF)
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
