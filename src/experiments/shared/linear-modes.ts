/** The modes of a linear task as square matrices, k × k, row by row. */
import { initializers, stream } from '../../core/index.ts'

/** k directions at right angles to one another, drawn: the columns of an orthogonal matrix. */
export function directions(
  k: number,
  seed: number,
  index: number,
  purpose: 'data' | 'weights' = 'data',
): Float64Array {
  const matrix = new Float64Array(k * k)
  initializers.orthogonal.fill(matrix, k, k, 1, stream(seed, purpose, index))
  return matrix
}

/** A diag(d) Bᵀ: each column of B answered by the same column of A, d times as long. */
export function compose(
  a: Float64Array,
  d: readonly number[],
  b: Float64Array,
  k: number,
): Float64Array {
  const scaled = a.map((x, i) => x * (d[i % k] as number))
  return multiply(scaled, transpose(b, k), k)
}

/** How strongly each mode is answered by its own output, and at most by another's: the entries of Uᵀ P V. */
export function modesOf(product: Float64Array, into: Float64Array, out: Float64Array, k: number) {
  const mixed = multiply(transpose(out, k), multiply(product, into, k), k)
  const strength = [...mixed].filter((_, i) => i % (k + 1) === 0)
  const others = mixed.map((x, i) => (i % (k + 1) === 0 ? 0 : Math.abs(x)))
  return { strength, crosstalk: Math.max(...others) }
}

export function multiply(a: Float64Array, b: Float64Array, k: number): Float64Array {
  return a.map((_, at) => {
    const column = at % k
    let sum = 0
    for (let i = 0; i < k; i++)
      sum += (a[at - column + i] as number) * (b[i * k + column] as number)
    return sum
  })
}

const transpose = (a: Float64Array, k: number) =>
  a.map((_, at) => a[(at % k) * k + Math.floor(at / k)] as number)
