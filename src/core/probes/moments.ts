import { sum } from '../kernels.ts'
import type { Dense } from '../layers/dense.ts'

/** Mean and standard deviation of a layer's activations, over its units and the batch. */
export function activationMoments({ activation, batch, fanOut }: Dense): {
  mean: number
  deviation: number
} {
  const count = batch * fanOut
  const mean = sum(activation, count) / count
  let squares = 0
  for (let i = 0; i < count; i++) {
    const distance = (activation[i] as number) - mean
    squares += distance * distance
  }
  return { mean, deviation: Math.sqrt(squares / count) }
}
