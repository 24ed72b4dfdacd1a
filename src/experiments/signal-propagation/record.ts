import type { ExperimentRecord } from '../../experiment/experiment.ts'
import type { NetworkSettings } from '../shared/network-setup.ts'

export type SignalPropagationConfig = Pick<
  NetworkSettings,
  'activation' | 'weightScale' | 'biasScale' | 'depth' | 'width' | 'weightSeed'
> & {
  readonly initializer: Exclude<NetworkSettings['initializer'], 'orthogonal'>
  /** How far the histograms reach on either side of 0. */
  readonly reach: number
  readonly dataSeed: number
}

/** Root mean squares hold one number a layer, shares a histogram for each layer. */
export interface SignalPropagationRecord extends ExperimentRecord {
  readonly preActivation: readonly number[]
  readonly activation: readonly number[]
  readonly delta: readonly number[]
  readonly preActivationPredicted: readonly number[]
  readonly activationPredicted: readonly number[]
  readonly deltaPredicted: readonly number[]
  readonly preActivationShares: readonly number[]
  readonly activationShares: readonly number[]
  readonly deltaShares: readonly number[]
  /** Theory's shares for z, which it takes to be normal. */
  readonly preActivationSharesPredicted: readonly number[]
  readonly saturatedFraction: readonly number[]
}
