/**
 * The inner loops of a matrix product: a block of out, its sums in registers, from rows of a and a packed
 * panel of b. `R` is a constant, and the ifs on it vanish. A sum that `goesOn` is taken up from out.
 * Up to two vectors beyond the end of a buffer are read, and never used.
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

/** A block of `R` rows, four or one, by at most four columns, of which `width` are there. The panel has four all the same. */
@inline
export function narrow(
  R: i32,
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
  let s01 = s00
  let s10 = s00
  let s11 = s00
  let s20 = s00
  let s21 = s00
  let s30 = s00
  let s31 = s00
  const out1 = out + outRow
  const out2 = out1 + outRow
  const out3 = out2 + outRow
  if (goesOn) {
    s00 = v128.load(out)
    s01 = v128.load(out, 16)
    if (R > 1) {
      s10 = v128.load(out1)
      s11 = v128.load(out1, 16)
      s20 = v128.load(out2)
      s21 = v128.load(out2, 16)
      s30 = v128.load(out3)
      s31 = v128.load(out3, 16)
    }
  }
  let a1 = a + aRow
  let a2 = a1 + aRow
  let a3 = a2 + aRow
  const last = panel + (length << 5)
  for (let b = panel; b < last; b += 32) {
    const y0 = v128.load(b)
    const y1 = v128.load(b, 16)
    const x0 = v128.load64_splat(a)
    s00 = plus(s00, x0, y0)
    s01 = plus(s01, x0, y1)
    a += aStep
    if (R > 1) {
      const x1 = v128.load64_splat(a1)
      const x2 = v128.load64_splat(a2)
      const x3 = v128.load64_splat(a3)
      s10 = plus(s10, x1, y0)
      s11 = plus(s11, x1, y1)
      s20 = plus(s20, x2, y0)
      s21 = plus(s21, x2, y1)
      s30 = plus(s30, x3, y0)
      s31 = plus(s31, x3, y1)
      a1 += aStep
      a2 += aStep
      a3 += aStep
    }
  }
  if (bias) {
    const b0 = v128.load(bias)
    const b1 = v128.load(bias, 16)
    s00 = f64x2.add(s00, b0)
    s01 = f64x2.add(s01, b1)
    if (R > 1) {
      s10 = f64x2.add(s10, b0)
      s11 = f64x2.add(s11, b1)
      s20 = f64x2.add(s20, b0)
      s21 = f64x2.add(s21, b1)
      s30 = f64x2.add(s30, b0)
      s31 = f64x2.add(s31, b1)
    }
  }
  put(out, width, s00, s01)
  if (R > 1) {
    put(out1, width, s10, s11)
    put(out2, width, s20, s21)
    put(out3, width, s30, s31)
  }
}

/** Puts down a row of a block, no more of it than there are columns. */
@inline
function put(out: usize, width: i32, low: v128, high: v128): void {
  if (width > 1) v128.store(out, low)
  else v128.store64_lane(out, low, 0)
  if (width > 3) v128.store(out, high, 16)
  else if (width > 2) v128.store64_lane(out, high, 0, 16)
}
