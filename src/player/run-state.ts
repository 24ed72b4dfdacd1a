import type { ExperimentRecord } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'

/** A run in progress: what it was given, and the records that it has delivered so far. */
export interface RunState {
  readonly config: Config
  readonly records: ExperimentRecord[]
  readonly band: ExperimentRecord[]
  done: boolean
  fingerprint: string
}
