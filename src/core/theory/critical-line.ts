import type { Activation } from '../activations/index.ts'
import { gaussianMeans } from './mean-field.ts'

export interface CriticalLine {
  readonly weightScale: readonly number[]
  readonly biasScale: readonly number[]
}

/**
 * Where gradients keep their size in wide, deep layers: all σ_w, σ_b for which the mean square q of z settles, and the
 * factor that a layer leaves of the gradient's square is 1 there (Poole et al. 2016; Schoenholz et al. 2017):
 *
 *   q = σ_w² E[φ(√q Z)²] + σ_b²      σ_w² E[φ′(√q Z)²] = 1
 *
 * Solved for each q from almost 0 up: the second equation gives σ_w and then the first σ_b. From σ_b = 0 to
 * `biasMax`, from small to large; empty where no such q is. Where φ has one slope a side, as in ReLU, the second
 * equation holds at any q or at none: then every σ_b belongs to that σ_w.
 */
export function criticalLine(activation: Activation, biasMax: number): CriticalLine {
  const at = (q: number) => {
    const { square, slopeSquare } = gaussianMeans(activation, Math.sqrt(q))
    return { weight: Math.sqrt(1 / slopeSquare), bias: q - square / slopeSquare }
  }
  const [first, last] = [at(least), at(most)]
  if (Math.abs(last.weight / first.weight - 1) < 1e-9)
    return { weightScale: [first.weight, first.weight], biasScale: [0, biasMax] }
  const weightScale: number[] = []
  const biasScale: number[] = []
  for (let q = least; q <= most; q *= ratio) {
    let { weight, bias } = at(q)
    if (bias < -1e-9 * q) continue
    const isBeyond = bias > biasMax * biasMax
    if (isBeyond) {
      const end = root((x) => at(x).bias - biasMax * biasMax, q / ratio, q)
      ;({ weight, bias } = at(end))
    }
    weightScale.push(weight)
    biasScale.push(Math.sqrt(Math.max(0, bias)))
    if (isBeyond) break
  }
  return { weightScale, biasScale }
}

const least = 1e-12
const most = 1e4
const ratio = 1.25

/** Between two places where f has different signs, by halving. */
function root(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return high
}
