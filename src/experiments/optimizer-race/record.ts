import type { OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type OptimizerRaceConfig = {
  readonly optimizer: OptimizerId
  readonly learningRate: number
  readonly momentum: number
  readonly condition: number
  readonly angle: number
  readonly steps: number
}

/** One row a step, before its update. */
export interface OptimizerRaceRecord extends ExperimentRecord {
  readonly step: number
  readonly loss: number
  /** From the minimum, which is at 0. */
  readonly distance: number
  readonly place: readonly number[]
  /** The distance that theory gives, where there is a theory. */
  readonly predicted?: number
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedQuantity?: string
}
