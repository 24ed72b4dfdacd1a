import type { Activation } from '../activations/index.ts'
import { gaussianMeans } from './mean-field.ts'

export interface BlockOptions {
  readonly activation: Activation
  /** What F is multiplied by before z is added to it; 0 where there is no way past F. */
  readonly skip: number
  readonly normalization: 'none' | 'batch' | 'layer'
  /** Fan-in · Var(w) of the blocks. */
  readonly weights: number
  /** The mean square of the first z over units and examples; for batch normalisation, less that of its mean over the batch. */
  readonly start: number
  /** How many layers of z there are. */
  readonly depth: number
}

/**
 * The factor by which δ = ∂C/∂z shrinks or grows from layer l + 1 back to layer l, predicted for wide layers
 * of equal width, large batches of unlike examples, independent weights and no biases. With c = fan-in · Var(w),
 * Z standard normal and qˡ the mean square of zˡ:
 *
 *   z ← Wφ(z)           factor² = c E[φ′(√q Z)²],            q ← c E[φ(√q Z)²]            (poole2016; schoenholz2017)
 *   z ← z + sWφ(z)      factor² = 1 + s²c E[φ′(√q Z)²],      q ← q + s²c E[φ(√q Z)²]      (yang2017)
 *   z ← N(Wφ(z))        factor² = E[φ′(Z)²]/v                                             (yang2019)
 *   z ← z + sWφ(N(z))   factor² = 1 + s²c E[φ′(Z)²]/q,       q ← q + s²c v
 *
 * where v is what N divides by: E[φ(Z)²] within an example, Var[φ(Z)] over a batch. Returns depth − 1 factors.
 */
export function blockFactors(options: BlockOptions): number[] {
  const { activation, skip, normalization, weights, depth } = options
  const isNormalized = normalization !== 'none'
  const scale = (skip || 1) * (skip || 1) * weights
  let q = options.start
  return Array.from({ length: Math.max(0, depth - 1) }, () => {
    const means = gaussianMeans(activation, isNormalized ? 1 : Math.sqrt(q))
    const share = normalization === 'batch' ? means.mean * means.mean : 0
    const added = scale * (means.square - share)
    const back = scale * means.slopeSquare
    const before = q
    q = skip === 0 ? added : q + added
    if (skip === 0) return Math.sqrt(isNormalized ? back / added : back)
    return Math.sqrt(1 + (isNormalized ? back / before : back))
  })
}
