/** Element by element: the product of two buffers, sums over a batch, and the optimisers' steps. */

export function multiply(x: usize, y: usize, out: usize, count: i32): void {
  for (const end = x + (count << 3); x < end; x += 16, y += 16, out += 16)
    v128.store(out, f64x2.mul(v128.load(x), v128.load(y)))
}

/** Σ over the rows of x, one sum a column: eight at a time, because each addition waits for the one before it. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32): void {
  const row = columns << 3
  let j = columns
  for (; j >= 8; j -= 8, x += 64, out += 64) {
    let s0 = f64x2.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    for (let i = 0, at = x; i < rows; i++, at += row) {
      s0 = f64x2.add(s0, v128.load(at))
      s1 = f64x2.add(s1, v128.load(at, 16))
      s2 = f64x2.add(s2, v128.load(at, 32))
      s3 = f64x2.add(s3, v128.load(at, 48))
    }
    v128.store(out, s0)
    v128.store(out, s1, 16)
    v128.store(out, s2, 32)
    v128.store(out, s3, 48)
  }
  for (; j > 0; j -= 2, x += 16, out += 16) {
    let sum = f64x2.splat(0)
    for (let i = 0, at = x; i < rows; i++, at += row) sum = f64x2.add(sum, v128.load(at))
    if (j > 1) v128.store(out, sum)
    else v128.store64_lane(out, sum, 0)
  }
}

export function descend(value: usize, grad: usize, count: i32, learningRate: f64): void {
  const rate = f64x2.splat(learningRate)
  for (const end = value + (count << 3); value < end; value += 16, grad += 16)
    v128.store(value, f64x2.sub(v128.load(value), f64x2.mul(rate, v128.load(grad))))
}

export function momentumStep(
  value: usize,
  grad: usize,
  velocity: usize,
  count: i32,
  mu: f64,
  learningRate: f64,
): void {
  const m = f64x2.splat(mu)
  const rate = f64x2.splat(learningRate)
  for (const end = value + (count << 3); value < end; value += 16, grad += 16, velocity += 16) {
    const v = f64x2.add(f64x2.mul(m, v128.load(velocity)), v128.load(grad))
    v128.store(velocity, v)
    v128.store(value, f64x2.sub(v128.load(value), f64x2.mul(rate, v)))
  }
}

export function nesterovStep(
  value: usize,
  grad: usize,
  velocity: usize,
  count: i32,
  mu: f64,
  learningRate: f64,
): void {
  const m = f64x2.splat(mu)
  const rate = f64x2.splat(learningRate)
  for (const end = value + (count << 3); value < end; value += 16, grad += 16, velocity += 16) {
    const g = v128.load(grad)
    const v = f64x2.add(f64x2.mul(m, v128.load(velocity)), g)
    v128.store(velocity, v)
    const ahead = f64x2.add(g, f64x2.mul(m, v))
    v128.store(value, f64x2.sub(v128.load(value), f64x2.mul(rate, ahead)))
  }
}

export function rmspropStep(
  value: usize,
  grad: usize,
  squares: usize,
  count: i32,
  beta2: f64,
  epsilon: f64,
  learningRate: f64,
): void {
  const kept = f64x2.splat(beta2)
  const taken = f64x2.splat(1 - beta2)
  const tiny = f64x2.splat(epsilon)
  const rate = f64x2.splat(learningRate)
  for (const end = value + (count << 3); value < end; value += 16, grad += 16, squares += 16) {
    const g = v128.load(grad)
    const s = f64x2.add(
      f64x2.mul(kept, v128.load(squares)),
      f64x2.mul(f64x2.mul(taken, g), g),
    )
    v128.store(squares, s)
    const change = f64x2.div(f64x2.mul(rate, g), f64x2.add(f64x2.sqrt(s), tiny))
    v128.store(value, f64x2.sub(v128.load(value), change))
  }
}

export function adamStep(
  value: usize,
  grad: usize,
  means: usize,
  squares: usize,
  count: i32,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  correctedRate: f64,
  rootCorrection: f64,
): void {
  const kept1 = f64x2.splat(beta1)
  const taken1 = f64x2.splat(1 - beta1)
  const kept2 = f64x2.splat(beta2)
  const taken2 = f64x2.splat(1 - beta2)
  const tiny = f64x2.splat(epsilon)
  const rate = f64x2.splat(correctedRate)
  const root = f64x2.splat(rootCorrection)
  const end = value + (count << 3)
  for (; value < end; value += 16, grad += 16, means += 16, squares += 16) {
    const g = v128.load(grad)
    const m = f64x2.add(f64x2.mul(kept1, v128.load(means)), f64x2.mul(taken1, g))
    const s = f64x2.add(
      f64x2.mul(kept2, v128.load(squares)),
      f64x2.mul(f64x2.mul(taken2, g), g),
    )
    v128.store(means, m)
    v128.store(squares, s)
    const divisor = f64x2.add(f64x2.div(f64x2.sqrt(s), root), tiny)
    v128.store(value, f64x2.sub(v128.load(value), f64x2.div(f64x2.mul(rate, m), divisor)))
  }
}
