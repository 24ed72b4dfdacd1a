/**
 * The matrix product of kernels.ts in vectors of two doubles. Lanes are outputs, never parts of a sum,
 * so each output is still one sum in the order of its index and has the bits of the scalar loop.
 *
 * Eight columns of b are copied side by side, `DEPTH` numbers long, so that the inner loop reads them in
 * a row and from the nearest cache. Where a sum is longer, it is put down in `out` and taken up again.
 */
import { narrow, wide } from './tiles'

const DEPTH: i32 = 256
const panel = memory.data(DEPTH * 64, 16)

/** Rows of a whose numbers lie so far apart or further, in bytes, crowd each other out of the cache; they are copied too. */
const FAR: i32 = 512
/** How many numbers there is room for. */
const ROOM: i32 = 8192
const pairs = memory.data(ROOM * 8, 16)

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
  const outRow = columns << 3
  const row = aRow << 3
  const step = aStep << 3
  bRow <<= 3
  bStep <<= 3
  let k = 0
  do {
    const length = min(depth - k, DEPTH)
    const goesOn = k > 0
    const isLast = k + length == depth
    const start = a + k * step
    let first = start
    let stride = step
    let pair = row << 1
    if (row == 8 && step >= FAR && columns > 8 && ((rows + 1) & ~1) * length <= ROOM) {
      packPairs(start, step, rows, length)
      first = pairs
      stride = 16
      pair = length << 4
    }
    let n = 0
    for (; n + 8 <= columns; n += 8) {
      packEight(b + n * bRow + k * bStep, bRow, bStep, length)
      const added = isLast && bias ? bias + (n << 3) : 0
      let from = first
      let to = out + (n << 3)
      let m = rows
      for (; m >= 2; m -= 2, from += pair, to += outRow << 1)
        wide(2, from, row, stride, panel, length, to, outRow, goesOn, added)
      if (m > 0) wide(1, from, row, stride, panel, length, to, outRow, goesOn, added)
    }
    for (; n < columns; n += 4) {
      const width = min(columns - n, 4)
      packFour(b + n * bRow + k * bStep, bRow, bStep, width, length)
      const added = isLast && bias ? bias + (n << 3) : 0
      let from = start
      let to = out + (n << 3)
      let m = rows
      for (; m >= 4; m -= 4, from += row << 2, to += outRow << 2)
        narrow(4, from, row, step, panel, length, to, outRow, width, goesOn, added)
      for (; m > 0; m--, from += row, to += outRow)
        narrow(1, from, row, step, panel, length, to, outRow, width, goesOn, added)
    }
    k += length
  } while (k < depth)
}

/** Rows of a that stand side by side, two and two, each `length` numbers `step` bytes apart. */
function packPairs(a: usize, step: i32, rows: i32, length: i32): void {
  let to = pairs
  for (let m = 0; m < rows; m += 2, a += 16) {
    let at = a
    for (const last = to + (length << 4); to < last; to += 16, at += step)
      v128.store(to, v128.load(at))
  }
}

/** Eight rows of b, each `length` numbers `step` bytes apart, become eight columns. */
function packEight(b: usize, row: i32, step: i32, length: i32): void {
  const last = panel + (length << 6)
  let to = panel
  if (row == 8) {
    for (; to < last; to += 64, b += step) {
      v128.store(to, v128.load(b))
      v128.store(to, v128.load(b, 16), 16)
      v128.store(to, v128.load(b, 32), 32)
      v128.store(to, v128.load(b, 48), 48)
    }
    return
  }
  const two = row << 1
  if (step == 8) {
    for (const even = panel + ((length & ~1) << 6); to < even; to += 128, b += 16) {
      turn(b, row, to)
      turn(b + two, row, to + 16)
      turn(b + two * 2, row, to + 32)
      turn(b + two * 3, row, to + 48)
    }
  }
  for (; to < last; to += 64, b += step) {
    for (let i = 0; i < 8; i++) store<f64>(to + (i << 3), load<f64>(b + i * row))
  }
}

/** Two numbers of each of two rows become two of each of two columns. */
@inline
function turn(at: usize, row: i32, to: usize): void {
  const one = v128.load(at)
  const next = v128.load(at + row)
  v128.store(to, v128.shuffle<f64>(one, next, 0, 2))
  v128.store(to, v128.shuffle<f64>(one, next, 1, 3), 64)
}

/** Up to four rows of b become four columns; what is missing is never put down. */
function packFour(b: usize, row: i32, step: i32, width: i32, length: i32): void {
  const last = panel + (length << 5)
  const b1 = width > 1 ? b + row : b
  const b2 = width > 2 ? b + 2 * row : b
  const b3 = width > 3 ? b + 3 * row : b
  let at: i32 = 0
  for (let to = panel; to < last; to += 32, at += step) {
    store<f64>(to, load<f64>(b + at))
    store<f64>(to, load<f64>(b1 + at), 8)
    store<f64>(to, load<f64>(b2 + at), 16)
    store<f64>(to, load<f64>(b3 + at), 24)
  }
}
