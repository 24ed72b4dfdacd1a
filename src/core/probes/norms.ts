import { sumOfSquares } from '../kernels.ts'
import type { UnitLayer } from '../layers/layer.ts'

/** ‖x‖, the root of the sum of squares. */
export const norm = (x: Float64Array): number => Math.sqrt(sumOfSquares(x, x.length))

/**
 * The size of δ in a layer: the root mean square, over the examples of the batch, of the norm of one
 * example's δ. The loss is a mean over the batch, so one example's δ is `batch` times what `delta`
 * holds; that makes this number independent of the batch's size.
 */
export function deltaNorm({ delta, batch, units }: UnitLayer): number {
  return Math.sqrt(batch * sumOfSquares(delta, batch * units))
}
