import type { OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { DatasetSettings, NetworkSettings } from '../shared/network-setup.ts'

export type SoftmaxClassifierConfig = Pick<
  NetworkSettings,
  'depth' | 'width' | 'weightScale' | 'weightSeed'
> &
  Pick<DatasetSettings, 'examples' | 'dataSeed'> & {
    readonly dataset: 'spiral' | 'digits'
    readonly activation: 'sigmoid' | 'tanh' | 'relu'
    readonly optimizer: Extract<OptimizerId, 'sgd' | 'momentum' | 'adam'>
    readonly learningRate: number
    readonly batchSize: number
    readonly steps: number
    readonly recordEvery: number
    readonly batchSeed: number
  }

export interface SoftmaxClassifierRecord extends ExperimentRecord {
  readonly step: number
  /** Of the step's batch, before its update. */
  readonly loss: number
  /** a for each of the examples put aside, one row after the other. */
  readonly outputs: readonly number[]
  /** By class, measured at the output layer: the mean −δ over the batch's examples of the class … */
  readonly pull: readonly number[]
  /** … and the mean δ over the examples of all others. */
  readonly push: readonly number[]
  /** In the plane: the class answered in each cell of a square, row by row from the top. */
  readonly regions?: readonly number[]
  /** First row only: the examples put aside, how far the square reaches, and how well backpropagation
   *  agrees with nudging the weights of the output layer and of the hidden layers. */
  readonly inputs?: readonly number[]
  readonly labels?: readonly number[]
  readonly reach?: number
  readonly outputLayerError?: number
  readonly hiddenLayerError?: number
  readonly outerProductError?: number
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
