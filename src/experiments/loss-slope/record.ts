import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type LossSlopeConfig = {
  readonly loss: 'binaryCrossEntropy' | 'meanSquaredError'
  readonly target: number
  readonly z: number
}

/** One row. The first five columns hold one number for each point of the grid. */
export interface LossSlopeRecord extends ExperimentRecord {
  readonly z: readonly number[]
  readonly loss: readonly number[]
  /** ∂C/∂a */
  readonly outputGradient: readonly number[]
  /** σ′(z) */
  readonly slope: readonly number[]
  readonly delta: readonly number[]
  /** The same at the point that the reader chose. */
  readonly pointZ: number
  readonly pointActivation: number
  readonly pointLoss: number
  readonly pointOutputGradient: number
  readonly pointSlope: number
  readonly pointDelta: number
  /** (C(z+h) − C(z−h))/2h: the slope of the loss with no derivation in it. */
  readonly pointProbedDelta: number
}
