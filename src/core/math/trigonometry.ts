/**
 * sin x and cos x for every finite double.
 *
 * x = q π/2 + r with q whole and |r| ≤ π/4, kept as a double and a tail (quarter-turns.ts); then
 *
 *     sin r = r + r z S(z),   cos r = 1 − z/2 + z² C(z),   z = r²
 *
 * with minimax S and C of degree 6 whose errors are 2^−57.3 and 2^−60; the tail t enters to first
 * order, sin(r + t) = sin r + t cos r and cos(r + t) = cos r − t sin r. The quadrant q mod 4 says
 * which of the two, and its sign.
 *
 * Largest errors measured: sin 0.77, cos 0.7 units in the last place.
 */
import { reduce } from './quarter-turns.ts'

const S0 = -0.16666666666666666
const S1 = 0.008333333333333323
const S2 = -0.00019841269841255123
const S3 = 2.7557319214219272e-6
const S4 = -2.5052104919257804e-8
const S5 = 1.6058367623707467e-10
const S6 = -7.578748158799513e-13

const C0 = 0.041666666666666664
const C1 = -0.0013888888888888874
const C2 = 2.4801587301571523e-5
const C3 = -2.755731921538759e-7
const C4 = 2.087675436879122e-9
const C5 = -1.1470293563350543e-11
const C6 = 4.7381223703020296e-14

function sinReduced(r: number, tail: number): number {
  const z = r * r
  const S = S0 + z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))))
  return r + (r * z * S + tail * (1 - 0.5 * z))
}

function cosReduced(r: number, tail: number): number {
  const z = r * r
  const C = C0 + z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
  // z/2 in two parts, the first exact because it is the square of 24 bits.
  const short = Math.fround(r)
  const square = 0.5 * short * short
  const squareTail = 0.5 * (r - short) * (r + short)
  const lead = 1 - square
  return lead + (1 - lead - square + (z * z * C - squareTail - r * tail))
}

function inQuadrant(quadrant: number, r: number, tail: number): number {
  const size = quadrant & 1 ? cosReduced(r, tail) : sinReduced(r, tail)
  return quadrant & 2 ? -size : size
}

/** Sine of x in radians; NaN for ±∞. */
export function sin(x: number): number {
  // Below 2^−27 sin x rounds to x, and the formula would lose the sign of −0.
  if (Math.abs(x) < 1 / 0x8000000) return x
  const { quadrant, r, tail } = reduce(x)
  return inQuadrant(quadrant, r, tail)
}

/** Cosine of x in radians; NaN for ±∞. */
export function cos(x: number): number {
  const { quadrant, r, tail } = reduce(x)
  return inQuadrant(quadrant + 1, r, tail)
}
