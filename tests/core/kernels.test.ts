import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  linear,
  linearGradInput,
  linearGradParameters,
  multiply,
  sum,
  sumOfSquares,
} from '../../src/core/kernels.ts'
import { stream } from '../../src/core/random.ts'

/** Sizes around the blocks of two rows and four columns, odd ones included. */
const size = fc.integer({ min: 1, max: 19 })
const shape = fc.record({ batch: size, fanIn: size, fanOut: size, seed: fc.nat(9999) })

function normals(length: number, seed: number, index: number): Float64Array {
  const draws = stream(seed, 'data', index)
  return Float64Array.from({ length }, () => draws.normal())
}

/** out[m, n] = Σₖ a(m, k) b(n, k), each sum in the order of k. */
function naive(
  rows: number,
  columns: number,
  depth: number,
  a: (m: number, k: number) => number,
  b: (n: number, k: number) => number,
): Float64Array {
  const out = new Float64Array(rows * columns)
  for (let m = 0; m < rows; m++)
    for (let n = 0; n < columns; n++) {
      let total = 0
      for (let k = 0; k < depth; k++) total += a(m, k) * b(n, k)
      out[m * columns + n] = total
    }
  return out
}

/** Filled beforehand with a number that no kernel may leave standing. */
const buffer = (length: number) => new Float64Array(length).fill(99)

test('linear gives the bits of the plain loops', () => {
  fc.assert(
    fc.property(shape, ({ batch, fanIn, fanOut, seed }) => {
      const [x, w] = [normals(batch * fanIn, seed, 1), normals(fanOut * fanIn, seed, 2)]
      const bias = normals(fanOut, seed, 3)
      const out = buffer(batch * fanOut)
      linear(x, w, bias, out, batch, fanIn, fanOut)
      const expected = naive(
        batch,
        fanOut,
        fanIn,
        (m, k) => x[m * fanIn + k] as number,
        (n, k) => w[n * fanIn + k] as number,
      ).map((z, i) => z + (bias[i % fanOut] as number))
      expect(out).toEqual(expected)
    }),
    { seed: 1 },
  )
})

test('linearGradInput gives the bits of the plain loops', () => {
  fc.assert(
    fc.property(shape, ({ batch, fanIn, fanOut, seed }) => {
      const [delta, w] = [normals(batch * fanOut, seed, 1), normals(fanOut * fanIn, seed, 2)]
      const out = buffer(batch * fanIn)
      linearGradInput(delta, w, out, batch, fanIn, fanOut)
      const expected = naive(
        batch,
        fanIn,
        fanOut,
        (m, k) => delta[m * fanOut + k] as number,
        (n, k) => w[k * fanIn + n] as number,
      )
      expect(out).toEqual(expected)
    }),
    { seed: 2 },
  )
})

test('linearGradParameters gives the bits of the plain loops', () => {
  fc.assert(
    fc.property(shape, ({ batch, fanIn, fanOut, seed }) => {
      const [delta, x] = [normals(batch * fanOut, seed, 1), normals(batch * fanIn, seed, 2)]
      const [gradWeight, gradBias] = [buffer(fanOut * fanIn), buffer(fanOut)]
      linearGradParameters(delta, x, gradWeight, gradBias, batch, fanIn, fanOut)
      const along = (m: number, k: number) => delta[k * fanOut + m] as number
      const weights = naive(fanOut, fanIn, batch, along, (n, k) => x[k * fanIn + n] as number)
      expect(gradWeight).toEqual(weights)
      expect(gradBias).toEqual(naive(fanOut, 1, batch, along, () => 1))
    }),
    { seed: 3 },
  )
})

test('a batch smaller than the buffers leaves the rest of them alone', () => {
  const out = buffer(12)
  linear(normals(6, 1, 1), normals(9, 1, 2), normals(3, 1, 3), out, 2, 3, 3)
  expect([...out.subarray(6)]).toEqual([99, 99, 99, 99, 99, 99])
})

test('reductions and products take the entries in order, and only as many as asked', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(9999), (count, seed) => {
      const [x, y] = [normals(count + 3, seed, 1), normals(count + 3, seed, 2)]
      const out = buffer(count + 3)
      multiply(x, y, out, count)
      const first = [...x.subarray(0, count)]
      expect(sum(x, count)).toBe(first.reduce((total, a) => total + a, 0))
      expect(sumOfSquares(x, count)).toBe(first.reduce((total, a) => total + a * a, 0))
      expect([...out]).toEqual([...first.map((a, i) => a * (y[i] as number)), 99, 99, 99])
    }),
    { seed: 4 },
  )
})
