/** A ReLU network along a stretch of its one input is made of straight pieces: where they begin, exactly. */
import type { Dense, DenseNetwork } from '../../core/index.ts'

/** A line bent at its vertices: x in rising order, and y there. */
export interface BentLine {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/**
 * The output of a ReLU network with one input and one output from `low` to `high`, by its vertices. Layer
 * by layer: between two vertices every z is straight, so a unit bends where its z passes through 0.
 */
export function* bentLine(
  { layers }: DenseNetwork,
  low: number,
  high: number,
): Generator<undefined, BentLine> {
  let x = [low, high]
  let signal = x.map((value) => [value])
  for (const [l, layer] of layers.entries()) {
    const z: number[][] = []
    for (const a of signal) {
      z.push(preActivation(layer, a))
      if (z.length % 64 === 0) yield
    }
    const isOutput = l === layers.length - 1
    ;({ x, signal } = isOutput ? { x, signal: z } : bent(x, z))
    yield
  }
  return { x, y: signal.map(([y = 0]) => y) }
}

/** How many straight pieces the line has: one, and one more at each vertex where its slope changes. */
export function piecesOf({ x, y }: BentLine): number {
  const slope = (i: number) =>
    ((y[i + 1] as number) - (y[i] as number)) / ((x[i + 1] as number) - (x[i] as number))
  let pieces = 1
  for (let i = 1; i + 1 < x.length; i++) {
    const [before, after] = [slope(i - 1), slope(i)]
    const size = Math.max(Math.abs(before), Math.abs(after))
    if (Math.abs(after - before) > rounding * size) pieces++
  }
  return pieces
}

/** Two slopes that differ by less, relative to their size, are the same slope, rounded. */
const rounding = 1e-6

function preActivation({ weight, bias, fanIn, fanOut }: Dense, a: readonly number[]): number[] {
  const z: number[] = []
  for (let j = 0; j < fanOut; j++) {
    let sum = bias.value[j] as number
    for (let k = 0; k < fanIn; k++)
      sum += (weight.value[j * fanIn + k] as number) * (a[k] as number)
    z.push(sum)
  }
  return z
}

/** Adds a vertex wherever a unit's z passes through 0, then applies ReLU at every vertex. */
function bent(x: readonly number[], z: readonly number[][]) {
  const out = { x: [] as number[], signal: [] as number[][] }
  x.forEach((start, i) => {
    const [from = [], to = []] = [z[i], z[i + 1]]
    const span = (x[i + 1] ?? start) - start
    for (const share of [0, ...crossings(from, to)]) {
      if (share > 0 && start + share * span <= (out.x.at(-1) as number)) continue
      out.x.push(start + share * span)
      out.signal.push(
        from.map((u, j) => Math.max(0, share === 0 ? u : u + share * ((to[j] as number) - u))),
      )
    }
  })
  return out
}

/** Where on the way from one vertex to the next, as shares of it, some unit changes its sign. */
const crossings = (from: readonly number[], to: readonly number[]): number[] =>
  to
    .flatMap((v, j) => {
      const u = from[j] as number
      return u * v < 0 ? [u / (u - v)] : []
    })
    .sort((a, b) => a - b)
