import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { Start } from '../shared/initializations.ts'
import type { LayerProgress } from './layers.ts'

export type PretrainingConfig = {
  readonly start: Start
  readonly depth: number
  readonly width: number
  readonly pretrainSteps: number
  readonly pretrainRate: number
  readonly labels: number
  readonly learningRate: number
  readonly batchSize: number
  readonly steps: number
  readonly recordEvery: number
  readonly dataSeed: number
  readonly weightSeed: number
  readonly batchSeed: number
}

/** One row a recorded step, first those of pretraining, layer by layer, then those of training by labels. */
export interface PretrainingRecord extends ExperimentRecord, Partial<LayerProgress> {
  /** Over both phases. */
  readonly step: number
  /** A start without pretraining waits for the others, so that all begin with the labels together. */
  readonly phase: 'pretraining' | 'waiting' | 'labels'
  /** Updates with labels so far. */
  readonly labelStep?: number
  /** Mean over the batches since the last record. */
  readonly loss?: number
  /** On the pictures put aside. */
  readonly accuracy?: number
  /** At the first step with labels, over the pictures put aside; the output layer last. */
  readonly deltaNorm?: readonly number[]
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
