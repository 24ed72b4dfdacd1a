/**
 * Every heavy loop of the core, over Float64Arrays made once. The interface is narrow because a faster
 * implementation can stand behind it; this one is the readable reference.
 *
 * Each output is one sum taken in the order of its index, whatever the blocking, so any other
 * implementation that adds in that order gives the same bits.
 */
import { erfc, exp, expm1, log1p, tanh } from './math.ts'

/** z = x Wᵀ + b: inputs `[batch, fanIn]`, weight `[fanOut, fanIn]`, bias `[fanOut]`, out `[batch, fanOut]`. */
export function linear(
  inputs: Float64Array,
  weight: Float64Array,
  bias: Float64Array,
  out: Float64Array,
  batch: number,
  fanIn: number,
  fanOut: number,
): void {
  product(inputs, fanIn, 1, weight, fanIn, 1, out, batch, fanOut, fanIn)
  for (let i = 0, at = 0; i < batch; i++) {
    for (let j = 0; j < fanOut; j++, at++) out[at] = (out[at] as number) + (bias[j] as number)
  }
}

/** ∂C/∂x = δ W: delta `[batch, fanOut]`, weight `[fanOut, fanIn]`, out `[batch, fanIn]`. */
export function linearGradInput(
  delta: Float64Array,
  weight: Float64Array,
  out: Float64Array,
  batch: number,
  fanIn: number,
  fanOut: number,
): void {
  product(delta, fanOut, 1, weight, 1, fanIn, out, batch, fanIn, fanOut)
}

/** ∂C/∂W = δᵀ x and ∂C/∂b = Σ δ over the batch, into `gradWeight` `[fanOut, fanIn]` and `gradBias` `[fanOut]`. */
export function linearGradParameters(
  delta: Float64Array,
  inputs: Float64Array,
  gradWeight: Float64Array,
  gradBias: Float64Array,
  batch: number,
  fanIn: number,
  fanOut: number,
): void {
  product(delta, 1, fanOut, inputs, 1, fanIn, gradWeight, fanOut, fanIn, batch)
  gradBias.fill(0)
  for (let i = 0, at = 0; i < batch; i++) {
    for (let j = 0; j < fanOut; j++, at++)
      gradBias[j] = (gradBias[j] as number) + (delta[at] as number)
  }
}

/**
 * out[m, n] = Σₖ a(m, k) · b(n, k), where a(m, k) stands at m · aRow + k · aStep, and b alike. Two rows
 * by four columns at a time stay in registers: every number loaded is used two or four times. The
 * `| 0` tell the engine that indices are 32-bit integers, which makes the inner loop a third faster.
 */
function product(
  a: Float64Array,
  aRow: number,
  aStep: number,
  b: Float64Array,
  bRow: number,
  bStep: number,
  out: Float64Array,
  rows: number,
  columns: number,
  depth: number,
): void {
  const evenRows = rows - (rows % 2)
  const wholeColumns = columns - (columns % 4)
  const a1 = aRow | 0
  const b1 = bRow | 0
  const b2 = (2 * bRow) | 0
  const b3 = (3 * bRow) | 0
  for (let m = 0; m < evenRows; m += 2) {
    for (let n = 0; n < wholeColumns; n += 4) {
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      let i = Math.imul(m, a1)
      let j = Math.imul(n, b1)
      for (let k = 0; k < depth; k++) {
        const x0 = a[i] as number
        const x1 = a[(i + a1) | 0] as number
        const y0 = b[j] as number
        const y1 = b[(j + b1) | 0] as number
        const y2 = b[(j + b2) | 0] as number
        const y3 = b[(j + b3) | 0] as number
        s00 += x0 * y0
        s01 += x0 * y1
        s02 += x0 * y2
        s03 += x0 * y3
        s10 += x1 * y0
        s11 += x1 * y1
        s12 += x1 * y2
        s13 += x1 * y3
        i = (i + aStep) | 0
        j = (j + bStep) | 0
      }
      const top = m * columns + n
      out[top] = s00
      out[top + 1] = s01
      out[top + 2] = s02
      out[top + 3] = s03
      const below = top + columns
      out[below] = s10
      out[below + 1] = s11
      out[below + 2] = s12
      out[below + 3] = s13
    }
    if (wholeColumns < columns) {
      dots(a, aRow, aStep, b, bRow, bStep, out, m, m + 2, wholeColumns, columns, depth)
    }
  }
  if (evenRows < rows) dots(a, aRow, aStep, b, bRow, bStep, out, evenRows, rows, 0, columns, depth)
}

/** The edges that the blocks leave: rows `from` to `to`, columns `first` to `columns`, one at a time. */
function dots(
  a: Float64Array,
  aRow: number,
  aStep: number,
  b: Float64Array,
  bRow: number,
  bStep: number,
  out: Float64Array,
  from: number,
  to: number,
  first: number,
  columns: number,
  depth: number,
): void {
  for (let m = from; m < to; m++) {
    for (let n = first; n < columns; n++) {
      let sum = 0
      for (let k = 0, i = m * aRow, j = n * bRow; k < depth; k++, i += aStep, j += bStep) {
        sum += (a[i] as number) * (b[j] as number)
      }
      out[m * columns + n] = sum
    }
  }
}

/** Maps write a = φ(z) and the slope φ′(z) in one pass, because the two share their exponential. */
export type ActivationMap = (
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  count: number,
  parameter: number,
) => void

/** a = z above zero, `negativeSlope` · z at and below it: identity (1), ReLU (0), Leaky ReLU, PReLU. */
export const rectify: ActivationMap = (z, a, slope, count, negativeSlope) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const s = x > 0 ? 1 : negativeSlope
    slope[i] = s
    a[i] = x > 0 ? x : negativeSlope === 0 && x <= 0 ? 0 : s * x
  }
}

/** σ(z) = 1/(1+e⁻ᶻ) and σ′(z) = e⁻ᶻ/(1+e⁻ᶻ)², from e^−|z| so that neither overflows nor loses digits. */
export const sigmoidMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const e = exp(-Math.abs(x))
    const whole = 1 / (1 + e)
    const part = e * whole
    a[i] = x >= 0 ? whole : part
    slope[i] = whole * part
  }
}

/** tanh(z) and its slope: 1 − tanh²(z), or from e^−2|z| where that would lose its digits. */
export const tanhMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const t = tanh(x)
    a[i] = t
    if (Math.abs(x) < 1) slope[i] = (1 - t) * (1 + t)
    else {
      const e = exp(-2 * Math.abs(x))
      const whole = 2 / (1 + e)
      slope[i] = whole * (e * whole)
    }
  }
}

/** z above zero, eᶻ − 1 at and below it; the slope there is eᶻ. */
export const eluMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    a[i] = x > 0 ? x : expm1(x)
    slope[i] = x > 0 ? 1 : exp(x)
  }
}

/** ln(1+eᶻ), whose slope is σ(z). */
export const softplusMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const e = exp(-Math.abs(x))
    a[i] = (x > 0 ? x : 0) + log1p(e)
    slope[i] = (x >= 0 ? 1 : e) / (1 + e)
  }
}

/** λz above zero, λα(eᶻ − 1) at and below it, with the α and λ that keep mean 0 and variance 1. */
export const seluMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    a[i] = x > 0 ? SELU_SCALE * x : SELU_SCALE * SELU_ALPHA * expm1(x)
    slope[i] = x > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * exp(x)
  }
}
export const SELU_ALPHA = 1.6732632423543772
export const SELU_SCALE = 1.0507009873554805

/** zΦ(z), whose slope is Φ(z) + z e^(−z²/2)/√(2π). Φ from erfc, which keeps its digits in the left tail. */
export const geluMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const below = 0.5 * erfc(-x * Math.SQRT1_2)
    a[i] = x * below
    slope[i] = below + x * (exp(-0.5 * x * x) * INVERSE_ROOT_TAU)
  }
}
/** 1/√(2π) */
export const INVERSE_ROOT_TAU = 0.3989422804014327

/** zσ(z), whose slope is σ(z)(1 + zσ(−z)). */
export const siluMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const e = exp(-Math.abs(x))
    const larger = 1 / (1 + e)
    const smaller = e * larger
    const gate = x >= 0 ? larger : smaller
    a[i] = x * gate
    slope[i] = gate * (1 + x * (x >= 0 ? smaller : larger))
  }
}

/** out = x ⊙ y, element by element. */
export function multiply(x: Float64Array, y: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (x[i] as number) * (y[i] as number)
}

export function sum(x: Float64Array, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += x[i] as number
  return total
}

export function sumOfSquares(x: Float64Array, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += (x[i] as number) * (x[i] as number)
  return total
}
