import type { OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { DatasetSettings, NetworkSettings } from '../shared/network-setup.ts'

export type DepthWidthConfig = Pick<
  NetworkSettings,
  'depth' | 'activation' | 'initializer' | 'weightSeed'
> &
  DatasetSettings & {
    /** What differs from training to training: the depth, or the number of examples. */
    readonly across: 'depths' | 'sizes'
    /** Parameters that each network may have, as nearly as whole units allow. */
    readonly budget: number
    readonly optimizer: Extract<OptimizerId, 'sgd' | 'momentum' | 'adam'>
    readonly learningRate: number
    readonly batchSize: number
    readonly steps: number
    /** Trainings for each depth or size, with consecutive seeds. */
    readonly repeats: number
    readonly batchSeed: number
  }

/** One row a training. */
export interface DepthWidthRecord extends ExperimentRecord {
  readonly depth: number
  readonly width: number
  readonly parameters: number
  readonly examples: number
  /** The share answered wrongly of what it learned from, and of examples put aside. */
  readonly trainError: number
  readonly testError: number
  readonly trainLoss: number
  readonly testLoss: number
  /** Only where the training left the finite numbers, which ends it. */
  readonly step?: number
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
