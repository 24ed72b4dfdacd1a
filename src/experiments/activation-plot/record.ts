import type { ActivationId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type ActivationPlotConfig = {
  readonly activation: ActivationId
  readonly z: number
  readonly range: number
}

/** One row. The first three columns hold one number for each point of the grid. */
export interface ActivationPlotRecord extends ExperimentRecord {
  readonly z: readonly number[]
  readonly value: readonly number[]
  readonly derivative: readonly number[]
  /** From and to of each saturated stretch of the grid, one after the other. */
  readonly saturated: readonly number[]
  readonly pointZ: number
  readonly pointValue: number
  readonly pointDerivative: number
}
