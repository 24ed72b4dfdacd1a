import { sigmoid } from '../activations/sigmoid.ts'
import { exp, log, log1p } from '../math.ts'
import type { Loss } from './loss.ts'

/**
 * Binary cross-entropy on logits: C = mean over the batch of −Σ [y ln σ(z) + (1−y) ln(1−σ(z))],
 * computed as max(z, 0) − zy + ln(1+e^−|z|), which never overflows; ∂C/∂z = (σ(z) − y)/batch.
 */
export const binaryCrossEntropy: Loss = {
  id: 'binaryCrossEntropy',
  outputActivation: 'identity',
  value(output, targets, batch, width) {
    let total = 0
    for (let i = 0; i < batch * width; i++) {
      const z = output[i] as number
      total += (z > 0 ? z : 0) - z * (targets[i] as number) + log1p(exp(-Math.abs(z)))
    }
    return total / batch
  },
  gradient(output, targets, gradOutput, batch, width) {
    for (let i = 0; i < batch * width; i++) {
      gradOutput[i] = (sigmoid.value(output[i] as number) - (targets[i] as number)) / batch
    }
  },
}

/**
 * The same loss on sigmoid outputs a: ∂C/∂a = (a − y)/(a(1−a))/batch. As in PyTorch, logarithms are
 * cut off at −100 and the divisor at 10⁻¹², since a rounds to 0 or 1 where z is large.
 */
export const binaryCrossEntropyOnSigmoid: Loss = {
  id: 'binaryCrossEntropyOnSigmoid',
  outputActivation: 'sigmoid',
  value(output, targets, batch, width) {
    let total = 0
    for (let i = 0; i < batch * width; i++) {
      const a = output[i] as number
      const y = targets[i] as number
      total -= y * Math.max(log(a), -100) + (1 - y) * Math.max(log1p(-a), -100)
    }
    return total / batch
  },
  gradient(output, targets, gradOutput, batch, width) {
    for (let i = 0; i < batch * width; i++) {
      const a = output[i] as number
      const divisor = Math.max(a * (1 - a), 1e-12)
      gradOutput[i] = (a - (targets[i] as number)) / divisor / batch
    }
  },
}
