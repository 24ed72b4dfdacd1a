import type { ActivationId, OptimizerId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { NetworkSettings } from '../shared/network-setup.ts'
import type { Design } from './designs.ts'

export type SkipConnectionsConfig = {
  readonly design: Design
  readonly activation: Extract<ActivationId, 'sigmoid' | 'tanh' | 'relu'>
  readonly depth: number
  readonly width: number
  readonly initializer: NetworkSettings['initializer']
  readonly weightScale: number
  readonly optimizer: OptimizerId
  readonly learningRate: number
  readonly batchSize: number
  readonly steps: number
  readonly recordEvery: number
  readonly dataSeed: number
  readonly weightSeed: number
  readonly batchSeed: number
}

/** One row a recorded step; lists hold one number a hidden layer. */
export interface SkipConnectionsRecord extends ExperimentRecord {
  readonly step: number
  /** Of the step's batch, before its update. */
  readonly loss: number
  readonly accuracy: number
  readonly deltaNorm: readonly number[]
  /** The root mean square of z. */
  readonly size: readonly number[]
  /** In how many directions z differs between the examples of the batch. */
  readonly directions: readonly number[]
  readonly weightGradientNorm: readonly number[]
  /** ‖ΔW‖/‖W‖ of the update that follows; the last row has none. */
  readonly updateRatio?: readonly number[]
  /** First row only: theory's δ, from the measured one of the last hidden layer back. */
  readonly predictedDelta?: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
