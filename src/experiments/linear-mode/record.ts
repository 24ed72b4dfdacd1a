import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type LinearModeConfig = {
  /** The strength s that each mode should reach; there are as many inputs, hidden units and outputs. */
  readonly strengths: readonly number[]
  /** √u₀: how strongly each layer passes each mode on before training. */
  readonly startSize: number
  /** Aligned: no layer mixes modes. Random: normal weights of that size on average. */
  readonly start: 'aligned' | 'random'
  readonly learningRate: number
  /** How long the run is in time t = η · step. */
  readonly duration: number
  readonly dataSeed: number
  readonly weightSeed: number
}

/** Before the update of a step; lists hold one number a mode. */
export interface LinearModeRecord extends ExperimentRecord {
  readonly step: number
  /** t = η · step, in which the formula needs no learning rate (τ = 1). */
  readonly time: number
  readonly strength: readonly number[]
  readonly predicted: readonly number[]
  readonly loss: number
  readonly predictedLoss: number
  /** How much of one mode's input goes to another mode's output, at most. */
  readonly crosstalk: number
}
