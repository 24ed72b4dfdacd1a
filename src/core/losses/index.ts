import { binaryCrossEntropy, binaryCrossEntropyOnSigmoid } from './binary-cross-entropy.ts'
import { crossEntropy } from './cross-entropy.ts'
import { meanSquaredError } from './mean-squared-error.ts'

export const losses = {
  crossEntropy,
  binaryCrossEntropy,
  binaryCrossEntropyOnSigmoid,
  meanSquaredError,
}
export type LossId = keyof typeof losses
export { softmax } from './cross-entropy.ts'
export type { Loss } from './loss.ts'
