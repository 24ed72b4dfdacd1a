import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type SaturatedNeuronConfig = {
  readonly weight: number
  readonly bias: number
  readonly input: number
  readonly target: number
  readonly loss: 'meanSquaredError' | 'binaryCrossEntropy'
  readonly learningRate: number
  readonly steps: number
}

/** One row a step, all of it before the step's update. */
export interface SaturatedNeuronRecord extends ExperimentRecord {
  readonly step: number
  readonly weight: number
  readonly bias: number
  readonly preActivation: number
  readonly activation: number
  /** σ′(z), whether or not the loss lets it through. */
  readonly slope: number
  /** a − y */
  readonly error: number
  readonly delta: number
  readonly loss: number
  /** ∂C/∂w as backpropagation has it, and as moving w a little either way and asking for the loss has it. */
  readonly weightGradient: number
  readonly probedGradient: number
}
