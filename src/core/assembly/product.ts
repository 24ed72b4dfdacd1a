/**
 * The matrix product of kernels.ts in vectors of two doubles. Lanes are outputs, never parts of a sum,
 * so each output is still one sum in the order of its index and has the bits of the scalar loop.
 *
 * Four columns of b are copied side by side, `DEPTH` numbers long, so that the inner loop reads them in
 * a row and from the nearest cache. Where a sum is longer, it is put down in `out` and taken up again.
 */
const DEPTH: i32 = 256
const panel = memory.data(DEPTH * 32, 16)

/** out[m, n] = Σₖ a(m, k) · b(n, k) (+ bias[n]), where a(m, k) stands at m · aRow + k · aStep, and b alike. */
export function product(
  a: usize,
  aRow: i32,
  aStep: i32,
  b: usize,
  bRow: i32,
  bStep: i32,
  bias: usize,
  out: usize,
  rows: i32,
  columns: i32,
  depth: i32,
): void {
  const aRowBytes = aRow << 3
  const aStepBytes = aStep << 3
  const outRow = columns << 3
  let k = 0
  do {
    const length = min(depth - k, DEPTH)
    const isLast = k + length == depth
    for (let n = 0; n < columns; n += 4) {
      const width = min(columns - n, 4)
      pack(b + ((n * bRow + k * bStep) << 3), bRow << 3, bStep << 3, width, length)
      const added = isLast && bias ? bias + (n << 3) : 0
      let from = a + ((k * aStep) << 3)
      let to = out + (n << 3)
      let m = rows
      if (width > 2) {
        for (; m >= 4; m -= 4, from += aRowBytes << 2, to += outRow << 2)
          tile(4, 2, from, aRowBytes, aStepBytes, length, to, outRow, width, k > 0, added)
        for (; m > 0; m--, from += aRowBytes, to += outRow)
          tile(1, 2, from, aRowBytes, aStepBytes, length, to, outRow, width, k > 0, added)
      } else {
        for (; m >= 4; m -= 4, from += aRowBytes << 2, to += outRow << 2)
          tile(4, 1, from, aRowBytes, aStepBytes, length, to, outRow, width, k > 0, added)
        for (; m > 0; m--, from += aRowBytes, to += outRow)
          tile(1, 1, from, aRowBytes, aStepBytes, length, to, outRow, width, k > 0, added)
      }
    }
    k += length
  } while (k < depth)
}

/** Up to four rows of b, each `length` numbers `step` bytes apart, become four columns; what is missing is 0. */
function pack(b: usize, row: i32, step: i32, width: i32, length: i32): void {
  const last = panel + (length << 5)
  const b1 = width > 1 ? b + row : b
  const b2 = width > 2 ? b + 2 * row : b
  const b3 = width > 3 ? b + 3 * row : b
  let at: i32 = 0
  if (row == 8) {
    if (width > 3) {
      for (let to = panel; to < last; to += 32, at += step) {
        v128.store(to, v128.load(b + at))
        v128.store(to, v128.load(b + at, 16), 16)
      }
      return
    }
  }
  for (let to = panel; to < last; to += 32, at += step) {
    store<f64>(to, load<f64>(b + at))
    store<f64>(to, load<f64>(b1 + at), 8)
    store<f64>(to, load<f64>(b2 + at), 16)
    store<f64>(to, load<f64>(b3 + at), 24)
  }
}

/** A block of `R` rows by `V` vectors of columns, its sums in registers. Both are constants, and the ifs on them vanish. */
@inline
function tile(
  R: i32,
  V: i32,
  a: usize,
  aRow: i32,
  aStep: i32,
  length: i32,
  out: usize,
  outRow: i32,
  width: i32,
  goesOn: bool,
  bias: usize,
): void {
  let s00 = f64x2.splat(0)
  let s01 = f64x2.splat(0)
  let s10 = f64x2.splat(0)
  let s11 = f64x2.splat(0)
  let s20 = f64x2.splat(0)
  let s21 = f64x2.splat(0)
  let s30 = f64x2.splat(0)
  let s31 = f64x2.splat(0)
  if (goesOn) {
    s00 = v128.load(out)
    if (V > 1) s01 = v128.load(out, 16)
    if (R > 1) {
      s10 = v128.load(out + outRow)
      s20 = v128.load(out + 2 * outRow)
      s30 = v128.load(out + 3 * outRow)
      if (V > 1) {
        s11 = v128.load(out + outRow, 16)
        s21 = v128.load(out + 2 * outRow, 16)
        s31 = v128.load(out + 3 * outRow, 16)
      }
    }
  }
  let a1 = a + aRow
  let a2 = a1 + aRow
  let a3 = a2 + aRow
  const last = panel + (length << 5)
  for (let b = panel; b < last; b += 32) {
    const y0 = v128.load(b)
    const x0 = v128.load64_splat(a)
    s00 = f64x2.add(s00, f64x2.mul(x0, y0))
    let y1 = y0
    if (V > 1) {
      y1 = v128.load(b, 16)
      s01 = f64x2.add(s01, f64x2.mul(x0, y1))
    }
    a += aStep
    if (R > 1) {
      const x1 = v128.load64_splat(a1)
      const x2 = v128.load64_splat(a2)
      const x3 = v128.load64_splat(a3)
      s10 = f64x2.add(s10, f64x2.mul(x1, y0))
      if (V > 1) s11 = f64x2.add(s11, f64x2.mul(x1, y1))
      s20 = f64x2.add(s20, f64x2.mul(x2, y0))
      if (V > 1) s21 = f64x2.add(s21, f64x2.mul(x2, y1))
      s30 = f64x2.add(s30, f64x2.mul(x3, y0))
      if (V > 1) s31 = f64x2.add(s31, f64x2.mul(x3, y1))
      a1 += aStep
      a2 += aStep
      a3 += aStep
    }
  }
  if (bias) {
    const b0 = v128.load(bias)
    s00 = f64x2.add(s00, b0)
    if (R > 1) {
      s10 = f64x2.add(s10, b0)
      s20 = f64x2.add(s20, b0)
      s30 = f64x2.add(s30, b0)
    }
    if (V > 1) {
      const b1 = v128.load(bias, 16)
      s01 = f64x2.add(s01, b1)
      if (R > 1) {
        s11 = f64x2.add(s11, b1)
        s21 = f64x2.add(s21, b1)
        s31 = f64x2.add(s31, b1)
      }
    }
  }
  put(V, out, width, s00, s01)
  if (R > 1) {
    put(V, out + outRow, width, s10, s11)
    put(V, out + 2 * outRow, width, s20, s21)
    put(V, out + 3 * outRow, width, s30, s31)
  }
}

/** Puts down a row of a block, no more of it than there are columns. */
@inline
function put(V: i32, out: usize, width: i32, low: v128, high: v128): void {
  if (V > 1) {
    v128.store(out, low)
    if (width > 3) v128.store(out, high, 16)
    else v128.store64_lane(out, high, 0, 16)
  } else if (width > 1) v128.store(out, low)
  else v128.store64_lane(out, low, 0)
}
