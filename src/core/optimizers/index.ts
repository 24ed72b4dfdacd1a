import { adam } from './adam.ts'
import { momentum, nesterov } from './momentum.ts'
import { rmsprop } from './rmsprop.ts'
import { sgd } from './sgd.ts'

export const optimizers = { sgd, momentum, nesterov, rmsprop, adam }
export type OptimizerId = keyof typeof optimizers
export { clipGradients } from './clipping.ts'
export type { OptimizerOptions } from './optimizer.ts'
