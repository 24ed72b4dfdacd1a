import type { Loss } from './loss.ts'

/** C = mean over the batch of ½ Σ (a − y)², on sigmoid outputs; ∂C/∂a = (a − y)/batch. */
export const meanSquaredError: Loss = {
  id: 'meanSquaredError',
  outputActivation: 'sigmoid',
  value(output, targets, batch, width) {
    let total = 0
    for (let i = 0; i < batch * width; i++) {
      const error = (output[i] as number) - (targets[i] as number)
      total += error * error
    }
    return total / (2 * batch)
  },
  gradient(output, targets, gradOutput, batch, width) {
    for (let i = 0; i < batch * width; i++) {
      gradOutput[i] = ((output[i] as number) - (targets[i] as number)) / batch
    }
  },
}
