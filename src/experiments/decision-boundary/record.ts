import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { DatasetSettings, NetworkSettings } from '../shared/network-setup.ts'

export type DecisionBoundaryConfig = Pick<NetworkSettings, 'depth' | 'width' | 'weightSeed'> &
  Pick<DatasetSettings, 'examples' | 'dataSeed'> & {
    readonly dataset: Exclude<DatasetSettings['dataset'], 'digits'>
    readonly activation: 'sigmoid' | 'tanh' | 'relu' | 'identity'
    readonly learningRate: number
    readonly steps: number
    readonly recordEvery: number
  }

export interface DecisionBoundaryRecord extends ExperimentRecord {
  readonly step: number
  /** Over all examples, before the step's update. */
  readonly loss: number
  /** The share of the examples that is answered wrongly. */
  readonly error: number
  /** The class answered in each cell of a square, row by row from the top. */
  readonly regions: readonly number[]
  /** First row only: the examples, and how far the square reaches. */
  readonly inputs?: readonly number[]
  readonly labels?: readonly number[]
  readonly reach?: number
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
