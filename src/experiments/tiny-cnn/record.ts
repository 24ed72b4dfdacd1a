import type { LayerStatistics, OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { DatasetSettings, NetworkSettings } from '../shared/network-setup.ts'
import type { TinyCnnSettings } from './network.ts'

export type TinyCnnConfig = TinyCnnSettings &
  Pick<DatasetSettings, 'examples' | 'dataSeed'> &
  Pick<NetworkSettings, 'weightSeed'> & {
    readonly optimizer: Extract<OptimizerId, 'sgd' | 'momentum' | 'adam'>
    readonly learningRate: number
    readonly batchSize: number
    readonly steps: number
    readonly recordEvery: number
    readonly batchSeed: number
    /** Whose feature maps are recorded, counted from 1. */
    readonly example: number
  }

/** One row a recorded step; lists hold one number a layer, the output layer last. */
export interface TinyCnnRecord extends ExperimentRecord, LayerStatistics {
  readonly step: number
  /** Means over the batches since the last record, each before its update. */
  readonly loss: number
  readonly accuracy: number
  /** By convolution: the shared weights' gradient, over that of one place. */
  readonly sharing: readonly number[]
  /** Of the first convolution, 9 numbers each. */
  readonly filters: readonly number[]
  /** What the first and the last convolution make of the example, map by map. */
  readonly firstMaps: readonly number[]
  readonly lastMaps: readonly number[]
  /** First row only: the example, and theory's δ by convolution, from the measured one of the last back. */
  readonly picture?: readonly number[]
  readonly predictedDelta?: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
