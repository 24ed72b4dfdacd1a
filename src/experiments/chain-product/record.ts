import type { ActivationId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type ChainProductConfig = {
  readonly activation: Extract<ActivationId, 'sigmoid' | 'tanh' | 'relu' | 'identity'>
  readonly weights: readonly number[]
  readonly preActivations: readonly number[]
}

/** One row: a column holds one number a neuron, input side first. */
export interface ChainProductRecord extends ExperimentRecord {
  readonly slope: readonly number[]
  /** w · φ′(z) of each neuron: what a gradient is multiplied by on its way through it. */
  readonly factor: readonly number[]
  /** ∂C/∂b of each neuron for ∂C/∂a = 1 at the end of the chain. */
  readonly biasGradient: readonly number[]
  /** The most that |biasGradient| could be with these weights, every slope at its steepest. */
  readonly bound: readonly number[]
}
