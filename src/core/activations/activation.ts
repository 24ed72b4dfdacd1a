import type { ActivationMap } from '../kernels.ts'

/** An activation function φ, applied to each pre-activation z on its own. */
export interface Activation {
  readonly id: string
  /** φ(z) */
  value(z: number, parameter?: number): number
  /** φ′(z), from z and never from φ(z). At a kink it follows PyTorch. */
  derivative(z: number, parameter?: number): number
  /** The same two for whole buffers, in `kernels.ts`. */
  readonly map: ActivationMap
  /** The largest |φ′|: a unit is called saturated where its slope is below a tenth of this. */
  readonly steepest: number
  /** A fixed or learned number in the formula, e.g. the slope below zero; `learned` ones are network parameters. */
  readonly parameter?: { readonly initial: number; readonly learned: boolean }
}
