import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { LossDuelConfig } from '../loss-duel/record.ts'

export type LearningRateScanConfig = Omit<
  LossDuelConfig,
  'learningRateCrossEntropy' | 'learningRateMeanSquaredError' | 'recordEvery'
>

/** One row a learning rate, read at the run's last step. */
export interface LearningRateScanRecord extends ExperimentRecord {
  readonly learningRate: number
  readonly loss: number
  /** The share of the last batch that is read wrongly; 1 where the run left the finite numbers. */
  readonly error: number
}
