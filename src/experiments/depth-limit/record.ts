import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { PretrainingConfig } from '../pretraining/record.ts'

export type DepthLimitConfig = Omit<PretrainingConfig, 'depth' | 'labels' | 'recordEvery'>

/** One row a depth, read at the run's last step. */
export interface DepthLimitRecord extends ExperimentRecord {
  readonly depth: number
  readonly loss: number
  /** On pictures put aside. */
  readonly accuracy: number
}
