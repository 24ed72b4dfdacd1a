import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type LinearPiecesConfig = {
  readonly start: 'sawtooth' | 'random'
  readonly depth: number
  /** Of the random network; the sawtooth has two units a layer. */
  readonly width: number
  readonly biasScale: number
  readonly weightSeed: number
}

/** One row; each of the lists `pieces`, `parameters` and `oneLayer` holds a number for each depth from 1 on. */
export interface LinearPiecesRecord extends ExperimentRecord {
  /** The network of full depth between the inputs 0 and 1, by its vertices. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly pieces: readonly number[]
  readonly parameters: readonly number[]
  /** The most that a single hidden layer with no more parameters can have. */
  readonly oneLayer: readonly number[]
}
