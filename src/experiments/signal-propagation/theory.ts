import { activations, gaussianMeans, initializers } from '../../core/index.ts'
import type { SignalPropagationConfig } from './record.ts'

/**
 * The recursion of the variances, from inputs and a returning ∂C/∂a of mean square 1 (Poole et al. 2016;
 * Schoenholz et al. 2017):
 *
 *   forward   qˡ = n Var(w) E[φ(√qˡ⁻¹ Z)²] + Var(b)
 *   backward  E[(δˡ)²] = E[φ′(√qˡ Z)²] · n Var(w) E[(δˡ⁺¹)²]
 *
 * Returns root mean squares, one for each layer.
 */
export function predictSizes(config: SignalPropagationConfig) {
  const { depth, width, biasScale } = config
  const deviation = initializers[config.initializer].deviation(width, width, config.weightScale)
  const weights = width * deviation * deviation
  const [variances, squares, slopes]: [number[], number[], number[]] = [[], [], []]
  for (let l = 0; l < depth; l++) {
    const variance = weights * (squares[l - 1] ?? 1) + biasScale * biasScale
    const means = gaussianMeans(activations[config.activation], Math.sqrt(variance))
    variances.push(variance)
    squares.push(means.square)
    slopes.push(means.slopeSquare)
  }
  const deltas: number[] = []
  let returning = 1
  for (const slope of slopes.toReversed()) {
    deltas.unshift(slope * returning)
    returning = weights * slope * returning
  }
  return {
    preActivationPredicted: variances.map(Math.sqrt),
    activationPredicted: squares.map(Math.sqrt),
    deltaPredicted: deltas.map(Math.sqrt),
  }
}
