import type { ActivationId, InitializerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type LossDuelConfig = {
  readonly loss: 'binaryCrossEntropy' | 'meanSquaredError'
  readonly learningRateCrossEntropy: number
  readonly learningRateMeanSquaredError: number
  readonly depth: number
  readonly width: number
  readonly activation: Extract<ActivationId, 'sigmoid' | 'tanh' | 'relu'>
  readonly initializer: Exclude<InitializerId, 'constant'>
  readonly weightScale: number
  readonly examples: number
  readonly batchSize: number
  readonly steps: number
  readonly recordEvery: number
  readonly dataSeed: number
  readonly weightSeed: number
  readonly batchSeed: number
}

/** One row a recorded step, of the step's batch and before its update. */
export interface LossDuelRecord extends ExperimentRecord {
  readonly step: number
  /** In the loss' own unit: not to be compared with the other loss. */
  readonly loss: number
  /** The share of the batch that is read wrongly: the same question under both losses. */
  readonly error: number
  /** The size of a − y at the output, as `deltaNorm` measures size. */
  readonly outputError: number
  /** The size of δ by layer, the output layer last. */
  readonly deltaNorm: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
