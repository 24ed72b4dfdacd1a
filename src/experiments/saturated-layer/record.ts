import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { NetworkSettings } from '../shared/network-setup.ts'

export type SaturatedLayerConfig = Omit<NetworkSettings, 'depth' | 'loss'> & {
  readonly loss: 'meanSquaredError' | 'binaryCrossEntropy' | 'crossEntropy'
  readonly learningRate: number
  readonly examples: number
  readonly steps: number
  readonly dataSeed: number
}

/** One row a step, before its update; lists hold one number for each hidden unit. */
export interface SaturatedLayerRecord extends ExperimentRecord {
  readonly step: number
  readonly loss: number
  readonly accuracy: number
  /** The unit's |φ′(z)|, averaged over the examples, as a share of the steepest that φ has. */
  readonly steepness: readonly number[]
  /** The share of the examples that saturate the unit. */
  readonly saturated: readonly number[]
  /** The length of the way from the unit's first row of W to its present one. */
  readonly moved: readonly number[]
}
