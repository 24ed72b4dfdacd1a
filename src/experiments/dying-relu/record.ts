import type { ActivationId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type DyingReluConfig = {
  readonly activation: Extract<
    ActivationId,
    'relu' | 'leakyRelu' | 'prelu' | 'elu' | 'selu' | 'gelu' | 'silu' | 'softplus'
  >
  readonly largeRate: number
  readonly largeSteps: number
  readonly learningRate: number
  readonly depth: number
  readonly width: number
  readonly examples: number
  readonly steps: number
  readonly recordEvery: number
  readonly dataSeed: number
  readonly weightSeed: number
}

/** One row a recorded step, before its update; lists hold one number for each hidden layer. */
export interface DyingReluRecord extends ExperimentRecord {
  readonly step: number
  readonly loss: number
  readonly accuracy: number
  /** The share of the units with z ≤ 0 for every example. */
  readonly offShare: readonly number[]
  /** The share of the units whose slope is 0 for every example: they get no gradient at all. */
  readonly deadShare: readonly number[]
  /** PReLU's learned slope below zero. */
  readonly learnedSlope?: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
