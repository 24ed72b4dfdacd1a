import { sum } from '../kernels.ts'
import type { UnitLayer } from '../layers/layer.ts'

/** Mean and standard deviation of a layer's activations, over its units and the batch. */
export function activationMoments({ activation, batch, units }: UnitLayer): {
  mean: number
  deviation: number
} {
  const count = batch * units
  const mean = sum(activation, count) / count
  let squares = 0
  for (let i = 0; i < count; i++) {
    const distance = (activation[i] as number) - mean
    squares += distance * distance
  }
  return { mean, deviation: Math.sqrt(squares / count) }
}
