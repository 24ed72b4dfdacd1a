/**
 * The maps of kernels.ts. Two elements at a time where both go the short way through `exp`, one at a
 * time where they do not and at an odd end.
 */
import { erfc } from './erf'
import { exp, expm1, expPair, expQuad, isNear, one, tanhPair } from './exp'
import { log1p } from './log'

const SELU_ALPHA: f64 = 1.6732632423543772
const SELU_SCALE: f64 = 1.0507009873554805
const INVERSE_ROOT_TAU: f64 = 0.3989422804014327
const SQRT1_2: f64 = 0.7071067811865476

export function rectify(z: usize, a: usize, slope: usize, count: i32, negativeSlope: f64): void {
  const zero = f64x2.splat(0)
  const below = f64x2.splat(negativeSlope)
  const flat = negativeSlope == 0
  // One beyond an odd end is room that every buffer has.
  for (const end = z + (count << 3); z < end; z += 16, a += 16, slope += 16) {
    const x = v128.load(z)
    const above = f64x2.gt(x, zero)
    const s = v128.bitselect(one(), below, above)
    v128.store(slope, s)
    const scaled = f64x2.mul(s, x)
    v128.store(a, flat ? v128.andnot(scaled, f64x2.le(x, zero)) : v128.bitselect(x, scaled, above))
  }
}

export function sigmoidMap(z: usize, a: usize, slope: usize, count: i32): void {
  expBelow(z, slope, count)
  const zero = f64x2.splat(0)
  for (const end = z + (count << 3); z < end; z += 16, a += 16, slope += 16) {
    const x = v128.load(z)
    const e = v128.load(slope)
    const whole = f64x2.div(one(), f64x2.add(one(), e))
    const part = f64x2.mul(e, whole)
    v128.store(a, v128.bitselect(whole, part, f64x2.ge(x, zero)))
    v128.store(slope, f64x2.mul(whole, part))
  }
}

function expBelow(z: usize, out: usize, count: i32): void {
  const end = z + (count << 3)
  for (const quads = end - 16; z < quads; z += 32, out += 32) {
    const x = f64x2.neg(f64x2.abs(v128.load(z)))
    const y = f64x2.neg(f64x2.abs(v128.load(z, 16)))
    if (i64x2.bitmask(f64x2.gt(f64x2.pmin(x, y), f64x2.splat(-87))) == 3) expQuad(x, y, out)
    else {
      v128.store(out, expFarPair(x))
      v128.store(out, expFarPair(y), 16)
    }
  }
  if (z < end) v128.store(out, expFarPair(f64x2.neg(f64x2.abs(v128.load(z)))))
}

function sigmoid(x: f64, a: usize, slope: usize): void {
  const e = exp(-abs(x))
  const whole = 1 / (1 + e)
  const part = e * whole
  store<f64>(a, x >= 0 ? whole : part)
  store<f64>(slope, whole * part)
}

export function tanhMap(z: usize, a: usize, slope: usize, count: i32): void {
  const two = f64x2.splat(2)
  for (const end = z + (count << 3); z < end; z += 16, a += 16, slope += 16) {
    const x = v128.load(z)
    const t = tanhPair(x)
    v128.store(a, t)
    const e = expFarPair(f64x2.mul(f64x2.splat(-2), f64x2.abs(x)))
    const whole = f64x2.div(two, f64x2.add(one(), e))
    const inner = f64x2.mul(f64x2.sub(one(), t), f64x2.add(one(), t))
    const outer = f64x2.mul(whole, f64x2.mul(e, whole))
    v128.store(slope, v128.bitselect(inner, outer, f64x2.lt(f64x2.abs(x), one())))
  }
}

/** e^x for any pair. */
@inline
function expFarPair(x: v128): v128 {
  if (isNear(x, 87)) return expPair(x)
  return f64x2(exp(f64x2.extract_lane(x, 0)), exp(f64x2.extract_lane(x, 1)))
}

export function eluMap(z: usize, a: usize, slope: usize, count: i32): void {
  for (const end = z + (count << 3); z < end; z += 8, a += 8, slope += 8) {
    const x = load<f64>(z)
    store<f64>(a, x > 0 ? x : expm1(x))
    store<f64>(slope, x > 0 ? 1 : exp(x))
  }
}

export function softplusMap(z: usize, a: usize, slope: usize, count: i32): void {
  for (const end = z + (count << 3); z < end; z += 8, a += 8, slope += 8) {
    const x = load<f64>(z)
    const e = exp(-abs(x))
    store<f64>(a, (x > 0 ? x : 0) + log1p(e))
    store<f64>(slope, (x >= 0 ? 1 : e) / (1 + e))
  }
}

export function seluMap(z: usize, a: usize, slope: usize, count: i32): void {
  for (const end = z + (count << 3); z < end; z += 8, a += 8, slope += 8) {
    const x = load<f64>(z)
    store<f64>(a, x > 0 ? SELU_SCALE * x : SELU_SCALE * SELU_ALPHA * expm1(x))
    store<f64>(slope, x > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * exp(x))
  }
}

export function geluMap(z: usize, a: usize, slope: usize, count: i32): void {
  for (const end = z + (count << 3); z < end; z += 8, a += 8, slope += 8) {
    const x = load<f64>(z)
    const below = 0.5 * erfc(-x * SQRT1_2)
    store<f64>(a, x * below)
    store<f64>(slope, below + x * (exp(-0.5 * x * x) * INVERSE_ROOT_TAU))
  }
}

export function siluMap(z: usize, a: usize, slope: usize, count: i32): void {
  const zero = f64x2.splat(0)
  for (const end = z + (count << 3); z < end; z += 16, a += 16, slope += 16) {
    const x = v128.load(z)
    const e = expFarPair(f64x2.neg(f64x2.abs(x)))
    const larger = f64x2.div(one(), f64x2.add(one(), e))
    const smaller = f64x2.mul(e, larger)
    const positive = f64x2.ge(x, zero)
    const gate = v128.bitselect(larger, smaller, positive)
    const rest = v128.bitselect(smaller, larger, positive)
    v128.store(a, f64x2.mul(x, gate))
    v128.store(slope, f64x2.mul(gate, f64x2.add(one(), f64x2.mul(x, rest))))
  }
}
