import type { ActivationId } from '../../core/index.ts'
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type PhaseMapConfig = {
  readonly activation: ActivationId
  readonly depth: number
  readonly width: number
  /** The plane: σ_w from 0 to here, and σ_b. */
  readonly weightMax: number
  readonly biasMax: number
  readonly resolution: number
  readonly weightSeed: number
}

/** One point of the plane; a row of equal σ_b goes from small σ_w to large, and rows from small σ_b. */
export interface PhaseMapRecord extends ExperimentRecord {
  readonly weightScale: number
  readonly biasScale: number
  /** By how much |δ| changes from a layer to the one before it: the geometric mean over the layers. */
  readonly factor: number
  readonly predicted: number
  /** First record only: the line on which theory's factor is 1 in deep layers, from σ_b = 0 up. */
  readonly criticalWeights?: readonly number[]
  readonly criticalBiases?: readonly number[]
}
