/**
 * Every heavy loop of the core, over Float64Arrays made once. The interface is narrow because a faster
 * implementation can stand behind it; this one is the readable reference.
 *
 * Each output is one sum taken in the order of its index, whatever the blocking, so any other
 * implementation that adds in that order gives the same bits.
 */
import { exp, expm1, log1p, tanh } from './math.ts'

/** A matrix seen through strides: element (row, k) is at row · `row` + k · `step`. */
interface Layout {
  readonly row: number
  readonly step: number
}

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
  product(
    inputs,
    { row: fanIn, step: 1 },
    weight,
    { row: fanIn, step: 1 },
    out,
    batch,
    fanOut,
    fanIn,
  )
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
  product(
    delta,
    { row: fanOut, step: 1 },
    weight,
    { row: 1, step: fanIn },
    out,
    batch,
    fanIn,
    fanOut,
  )
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
  product(
    delta,
    { row: 1, step: fanOut },
    inputs,
    { row: 1, step: fanIn },
    gradWeight,
    fanOut,
    fanIn,
    batch,
  )
  gradBias.fill(0)
  for (let i = 0, at = 0; i < batch; i++) {
    for (let j = 0; j < fanOut; j++, at++)
      gradBias[j] = (gradBias[j] as number) + (delta[at] as number)
  }
}

/**
 * out[m, n] = Σₖ a(m, k) · b(n, k). Two rows by four columns at a time stay in registers: every
 * number loaded is used two or four times.
 */
function product(
  a: Float64Array,
  { row: aRow, step: aStep }: Layout,
  b: Float64Array,
  { row: bRow, step: bStep }: Layout,
  out: Float64Array,
  rows: number,
  columns: number,
  depth: number,
): void {
  const evenRows = rows - (rows % 2)
  const wholeColumns = columns - (columns % 4)
  for (let m = 0; m < evenRows; m += 2) {
    for (let n = 0; n < wholeColumns; n += 4) {
      let s00 = 0,
        s01 = 0,
        s02 = 0,
        s03 = 0,
        s10 = 0,
        s11 = 0,
        s12 = 0,
        s13 = 0
      let i0 = m * aRow,
        i1 = i0 + aRow
      let j0 = n * bRow,
        j1 = j0 + bRow,
        j2 = j1 + bRow,
        j3 = j2 + bRow
      for (let k = 0; k < depth; k++) {
        const a0 = a[i0] as number,
          a1 = a[i1] as number
        const b0 = b[j0] as number,
          b1 = b[j1] as number,
          b2 = b[j2] as number,
          b3 = b[j3] as number
        s00 += a0 * b0
        s01 += a0 * b1
        s02 += a0 * b2
        s03 += a0 * b3
        s10 += a1 * b0
        s11 += a1 * b1
        s12 += a1 * b2
        s13 += a1 * b3
        i0 += aStep
        i1 += aStep
        j0 += bStep
        j1 += bStep
        j2 += bStep
        j3 += bStep
      }
      const top = m * columns + n,
        below = top + columns
      out[top] = s00
      out[top + 1] = s01
      out[top + 2] = s02
      out[top + 3] = s03
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

/** tanh(z) and tanh′(z) = 4e⁻²ᶻ/(1+e⁻²ᶻ)², from e^−2|z| because 1 − tanh²(z) loses its digits as z grows. */
export const tanhMap: ActivationMap = (z, a, slope, count) => {
  for (let i = 0; i < count; i++) {
    const x = z[i] as number
    const e = exp(-2 * Math.abs(x))
    const whole = 2 / (1 + e)
    a[i] = tanh(x)
    slope[i] = whole * (e * whole)
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
