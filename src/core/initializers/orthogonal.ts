import type { Initializer } from './initializer.ts'

/**
 * gain times a random matrix whose rows (or columns, whichever are fewer) are orthonormal, uniformly
 * distributed: Gram–Schmidt on normal draws (Saxe, McClelland and Ganguli 2014).
 */
export const orthogonal: Initializer = {
  id: 'orthogonal',
  deviation: (fanIn, fanOut, gain) => gain / Math.sqrt(Math.max(fanIn, fanOut)),
  fill(weight, fanIn, fanOut, gain, stream) {
    const count = Math.min(fanIn, fanOut)
    const length = Math.max(fanIn, fanOut)
    const vectors: Float64Array[] = []
    while (vectors.length < count) {
      const vector = Float64Array.from({ length }, () => stream.normal())
      // Twice is enough for orthogonality to the last digits (Giraud et al. 2005).
      for (let pass = 0; pass < 2; pass++) for (const other of vectors) removeFrom(vector, other)
      const norm = Math.sqrt(dot(vector, vector))
      vectors.push(vector.map((x) => x / norm))
    }
    for (let row = 0; row < fanOut; row++) {
      for (let column = 0; column < fanIn; column++) {
        const [vector, at] = fanOut <= fanIn ? [row, column] : [column, row]
        weight[row * fanIn + column] = gain * (vectors[vector]?.[at] as number)
      }
    }
  },
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number)
  return sum
}

function removeFrom(vector: Float64Array, unit: Float64Array): void {
  const share = dot(vector, unit)
  for (let i = 0; i < vector.length; i++)
    vector[i] = (vector[i] as number) - share * (unit[i] as number)
}
