/** Element by element: the product of two buffers, sums over a batch, and the optimisers' steps. */

export function multiply(x: usize, y: usize, out: usize, count: i32): void {
  for (const end = x + (count << 3); x < end; x += 16, y += 16, out += 16)
    v128.store(out, f64x2.mul(v128.load(x), v128.load(y)))
}

/** Σ over the rows of x, one sum a column. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32): void {
  const row = columns << 3
  for (let j = 0; j < columns; j += 2) {
    let sum = f64x2.splat(0)
    for (let i = 0, at = x; i < rows; i++, at += row) sum = f64x2.add(sum, v128.load(at))
    if (j + 1 < columns) v128.store(out, sum)
    else v128.store64_lane(out, sum, 0)
    x += 16
    out += 16
  }
}

export function descend(value: usize, grad: usize, count: i32, learningRate: f64): void {
  const rate = f64x2.splat(learningRate)
  for (const end = value + (count << 3); value < end; value += 16, grad += 16)
    v128.store(value, f64x2.sub(v128.load(value), f64x2.mul(rate, v128.load(grad))))
}
