import { exp, log } from '../math.ts'
import type { Loss } from './loss.ts'

/**
 * Softmax cross-entropy on logits: C = mean over the batch of −Σ y ln a, with a = softmax(z);
 * ∂C/∂z = (a − y)/batch for targets that sum to one. The largest logit is subtracted first, which
 * changes nothing but keeps every exponential at or below 1.
 */
export const crossEntropy: Loss = {
  id: 'crossEntropy',
  outputActivation: 'identity',
  value(logits, targets, batch, width) {
    let total = 0
    for (let row = 0; row < batch * width; row += width) {
      const largest = maximum(logits, row, width)
      let sum = 0
      for (let j = 0; j < width; j++) sum += exp((logits[row + j] as number) - largest)
      const logSum = largest + log(sum)
      for (let j = 0; j < width; j++) {
        const y = targets[row + j] as number
        if (y !== 0) total += y * (logSum - (logits[row + j] as number))
      }
    }
    return total / batch
  },
  gradient(logits, targets, gradOutput, batch, width) {
    for (let row = 0; row < batch * width; row += width) {
      softmax(logits, gradOutput, row, width)
      for (let j = row; j < row + width; j++) {
        gradOutput[j] = ((gradOutput[j] as number) - (targets[j] as number)) / batch
      }
    }
  },
}

/** a_j = e^{z_j} / Σ e^{z_k} for the `width` logits from `start`, into `out` at the same place. */
export function softmax(
  logits: Float64Array,
  out: Float64Array,
  start: number,
  width: number,
): void {
  const largest = maximum(logits, start, width)
  let sum = 0
  for (let j = start; j < start + width; j++) {
    const e = exp((logits[j] as number) - largest)
    out[j] = e
    sum += e
  }
  for (let j = start; j < start + width; j++) out[j] = (out[j] as number) / sum
}

/** NaN if any is NaN, so that a diverged run is seen and not hidden. */
function maximum(values: Float64Array, start: number, width: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let j = start; j < start + width; j++) largest = Math.max(largest, values[j] as number)
  return largest
}
