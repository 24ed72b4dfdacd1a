import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type SoftmaxMixerConfig = {
  readonly logits: readonly number[]
  readonly temperature: number
  /** Added to every logit. */
  readonly constant: number
  /** Counted from 1; beyond the last class it is the last one. */
  readonly trueClass: number
}

/** One row; lists hold one number a class. */
export interface SoftmaxMixerRecord extends ExperimentRecord {
  /** u = (z + constant)/temperature, of which softmax is taken. */
  readonly scaled: readonly number[]
  readonly output: readonly number[]
  readonly sigmoid: readonly number[]
  /** e^u / Σ e^u as it stands, with nothing subtracted first. */
  readonly bare: readonly number[]
  /** ∂a_j/∂z_k, row j, column k, one row after the other. */
  readonly jacobian: readonly number[]
  readonly loss: number
  /** ∂C/∂z by the formula, which the temperature divides. */
  readonly gradient: readonly number[]
  /** ∂C/∂z by moving each logit a little both ways. */
  readonly nudged: readonly number[]
  /** From 0. */
  readonly label: number
}
