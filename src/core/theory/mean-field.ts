import type { Activation } from '../activations/index.ts'
import { exp } from '../math.ts'

export interface MeanFieldOptions {
  readonly activation: Activation
  /** Per layer, the output layer last: its fan-in and the standard deviations of its first weights and biases. */
  readonly layers: readonly {
    readonly fanIn: number
    readonly weightDeviation: number
    readonly biasDeviation: number
  }[]
  /** Mean squares of some inputs, |x|²/features, each the start of a recursion of its own. */
  readonly inputs: readonly number[]
}

/**
 * The factor by which the gradient shrinks or grows from layer l + 1 back to layer l, predicted for
 * wide layers with independent weights (Poole et al. 2016; Schoenholz et al. 2017):
 *
 *   forward   qˡ = fan-inˡ · Var(wˡ) · E[φ(√qˡ⁻¹ Z)²] + Var(bˡ), from the actual inputs
 *   backward  |δˡ| / |δˡ⁺¹| = √(fan-inˡ⁺¹ · Var(wˡ⁺¹) · E[φ′(√qˡ Z)²]), with Z standard normal
 *
 * Returns one factor for each hidden layer; the mean of the squares is taken over the inputs.
 */
export function meanFieldFactors({ activation, layers, inputs }: MeanFieldOptions): number[] {
  let means = [...inputs]
  return layers.slice(0, -1).map((layer, l) => {
    const next = layers[l + 1] as (typeof layers)[number]
    const scale = layer.fanIn * layer.weightDeviation * layer.weightDeviation
    let slopes = 0
    means = means.map((mean) => {
      const variance = scale * mean + layer.biasDeviation * layer.biasDeviation
      const { square, slopeSquare } = gaussianMeans(activation, Math.sqrt(variance))
      slopes += slopeSquare
      return square
    })
    return Math.sqrt(
      (next.fanIn * next.weightDeviation * next.weightDeviation * slopes) / means.length,
    )
  })
}

/**
 * E[φ(sZ)], E[φ(sZ)²] and E[φ′(sZ)²] for standard normal Z, by the midpoint rule in t with Z = 8t³. The points crowd
 * at 0, where φ′ lives when s is large, and none falls on 0 itself, so that a kink there costs nothing.
 */
export function gaussianMeans(
  { value, derivative }: Activation,
  deviation: number,
): { mean: number; square: number; slopeSquare: number } {
  let [mean, square, slopeSquare, total] = [0, 0, 0, 0]
  for (let i = 0; i < points; i++) {
    const t = (2 * i + 1) / points - 1
    const z = 8 * t * t * t
    const weight = t * t * exp(-z * z * 0.5)
    const a = value(deviation * z)
    const slope = derivative(deviation * z)
    mean += weight * a
    square += weight * a * a
    slopeSquare += weight * slope * slope
    total += weight
  }
  return { mean: mean / total, square: square / total, slopeSquare: slopeSquare / total }
}

const points = 400
