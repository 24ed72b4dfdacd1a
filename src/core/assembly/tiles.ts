/**
 * The inner loops of a matrix product: a block of out, its sums in registers, from rows of a and a packed
 * panel of b. `R` and `V` are constants, and the ifs on them vanish. A sum that `goesOn` is taken up from out.
 */

/** s + x · y for both lanes, not fused. */
@inline
function plus(s: v128, x: v128, y: v128): v128 {
  return f64x2.add(s, f64x2.mul(x, y))
}

/** A block of `R` rows, one or two, by eight columns. It reads fewer numbers for its sums than one of four by four. */
@inline
export function wide(
  R: i32,
  a: usize,
  aRow: i32,
  aStep: i32,
  panel: usize,
  length: i32,
  out: usize,
  outRow: i32,
  goesOn: bool,
  bias: usize,
): void {
  let s00 = f64x2.splat(0)
  let s01 = s00
  let s02 = s00
  let s03 = s00
  let s10 = s00
  let s11 = s00
  let s12 = s00
  let s13 = s00
  const below = out + outRow
  if (goesOn) {
    s00 = v128.load(out)
    s01 = v128.load(out, 16)
    s02 = v128.load(out, 32)
    s03 = v128.load(out, 48)
    if (R > 1) {
      s10 = v128.load(below)
      s11 = v128.load(below, 16)
      s12 = v128.load(below, 32)
      s13 = v128.load(below, 48)
    }
  }
  let a1 = a + aRow
  const last = panel + (length << 6)
  for (let b = panel; b < last; b += 64) {
    const y0 = v128.load(b)
    const y1 = v128.load(b, 16)
    const y2 = v128.load(b, 32)
    const y3 = v128.load(b, 48)
    const x0 = v128.load64_splat(a)
    s00 = plus(s00, x0, y0)
    s01 = plus(s01, x0, y1)
    s02 = plus(s02, x0, y2)
    s03 = plus(s03, x0, y3)
    a += aStep
    if (R > 1) {
      const x1 = v128.load64_splat(a1)
      s10 = plus(s10, x1, y0)
      s11 = plus(s11, x1, y1)
      s12 = plus(s12, x1, y2)
      s13 = plus(s13, x1, y3)
      a1 += aStep
    }
  }
  if (bias) {
    const b0 = v128.load(bias)
    const b1 = v128.load(bias, 16)
    const b2 = v128.load(bias, 32)
    const b3 = v128.load(bias, 48)
    s00 = f64x2.add(s00, b0)
    s01 = f64x2.add(s01, b1)
    s02 = f64x2.add(s02, b2)
    s03 = f64x2.add(s03, b3)
    if (R > 1) {
      s10 = f64x2.add(s10, b0)
      s11 = f64x2.add(s11, b1)
      s12 = f64x2.add(s12, b2)
      s13 = f64x2.add(s13, b3)
    }
  }
  v128.store(out, s00)
  v128.store(out, s01, 16)
  v128.store(out, s02, 32)
  v128.store(out, s03, 48)
  if (R > 1) {
    v128.store(below, s10)
    v128.store(below, s11, 16)
    v128.store(below, s12, 32)
    v128.store(below, s13, 48)
  }
}

/** A block of `R` rows by `V` vectors of at most four columns; `width` of them are there. Rows of the panel have four. */
@inline
export function narrow(
  R: i32,
  V: i32,
  a: usize,
  aRow: i32,
  aStep: i32,
  panel: usize,
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
