import type { DivergedQuantity, LayerStatistics, LossId, OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { DatasetSettings, NetworkSettings } from '../shared/network-setup.ts'

export type GradientFlowConfig = DatasetSettings &
  NetworkSettings & {
    readonly loss: Exclude<LossId, 'binaryCrossEntropyOnSigmoid'>
    readonly optimizer: OptimizerId
    readonly learningRate: number
    readonly clipNorm: number
    readonly batchSize: number
    readonly steps: number
    readonly recordEvery: number
    readonly batchSeed: number
  }

/** One row a recorded step; lists hold one number a layer, the output layer last. */
export interface GradientFlowRecord extends ExperimentRecord, LayerStatistics {
  readonly step: number
  /** Of the step's batch, before its update. */
  readonly loss: number
  readonly accuracy: number
  /** ‖ΔW‖/‖W‖ of the update that follows; the last row has none. */
  readonly updateRatio?: readonly number[]
  /** First row only: mean-field theory's δ by hidden layer, from the measured one of the last hidden layer back. */
  readonly predictedDelta?: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: DivergedQuantity
}
