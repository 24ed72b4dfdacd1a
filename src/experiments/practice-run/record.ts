import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type PracticeRunConfig = {
  readonly letter: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g'
  readonly steps: number
  readonly seed: number
}

/** One row a step, before its update; lists hold one number a layer, the output layer last. */
export interface PracticeRunRecord extends ExperimentRecord {
  readonly step: number
  readonly loss: number
  /** ‖∂C/∂W‖. */
  readonly gradientNorm: readonly number[]
  /** ‖ΔW‖/‖W‖ of the update that follows; the last row has none. */
  readonly updateRatio?: readonly number[]
  readonly saturated: readonly number[]
  readonly dead: readonly number[]
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}
