import type { ActivationId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type LinearCollapseConfig = {
  readonly depth: number
  /** Every layer is as wide as this is long. */
  readonly input: readonly number[]
  readonly activation: Extract<ActivationId, 'identity' | 'relu' | 'tanh' | 'sigmoid'>
  readonly weightScale: number
  readonly biasScale: number
  readonly weightSeed: number
}

/** One row. Matrices stand row by row, those of all layers one after the other. */
export interface LinearCollapseRecord extends ExperimentRecord {
  readonly weights: readonly number[]
  readonly biases: readonly number[]
  /** M = Wᴸ⋯W¹ and c, whether or not the units bend. */
  readonly matrix: readonly number[]
  readonly constant: readonly number[]
  /** What the network and what Mx + c say to the input. */
  readonly output: readonly number[]
  readonly collapsed: readonly number[]
  /** The same for multiples of the input, one row of outputs after the other. */
  readonly times: readonly number[]
  readonly outputs: readonly number[]
  readonly straight: readonly number[]
  /** Over drawn inputs: the largest distance between the two, relative to the largest output of either. */
  readonly difference: number
  /** Over drawn pairs: the largest |f(x+y) − f(x) − f(y) + f(0)|, relative to the largest |f(x+y) − f(0)|. */
  readonly bend: number
}
