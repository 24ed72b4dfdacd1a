import type { UnitLayer } from '../layers/layer.ts'
import { activationMoments } from './moments.ts'
import { deltaNorm, norm } from './norms.ts'
import { deadFraction, saturatedFraction } from './saturation.ts'

/** What the probes read in each layer after a backward pass: one number a layer in every column. */
export interface LayerStatistics {
  readonly deltaNorm: readonly number[]
  readonly weightGradientNorm: readonly number[]
  readonly biasGradientNorm: readonly number[]
  readonly activationMean: readonly number[]
  readonly activationDeviation: readonly number[]
  readonly saturatedFraction: readonly number[]
  readonly deadFraction: readonly number[]
}

export function layerStatistics(layers: readonly UnitLayer[]): LayerStatistics {
  const moments = layers.map(activationMoments)
  return {
    deltaNorm: layers.map(deltaNorm),
    weightGradientNorm: layers.map((layer) => norm(layer.weight.grad)),
    biasGradientNorm: layers.map((layer) => norm(layer.bias.grad)),
    activationMean: moments.map(({ mean }) => mean),
    activationDeviation: moments.map(({ deviation }) => deviation),
    saturatedFraction: layers.map(saturatedFraction),
    deadFraction: layers.map(deadFraction),
  }
}

/** What of a layer is not finite first. */
export type DivergedQuantity = 'activation' | 'loss' | 'delta' | 'weightGradient'

/** Where a run left the finite numbers: the first quantity that did, in the order in which they are computed. */
export function divergence(
  statistics: Pick<LayerStatistics, 'activationDeviation' | 'deltaNorm' | 'weightGradientNorm'>,
  loss: number,
): { layer: number; quantity: DivergedQuantity } | undefined {
  const isBad = (x: number) => !Number.isFinite(x)
  const layer = statistics.activationDeviation.findIndex(isBad)
  if (layer >= 0) return { layer, quantity: 'activation' }
  if (isBad(loss)) return { layer: statistics.deltaNorm.length - 1, quantity: 'loss' }
  const delta = statistics.deltaNorm.findLastIndex(isBad)
  if (delta >= 0) return { layer: delta, quantity: 'delta' }
  const weight = statistics.weightGradientNorm.findLastIndex(isBad)
  if (weight >= 0) return { layer: weight, quantity: 'weightGradient' }
  return undefined
}
