import type { ExperimentRecord } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'

export interface RunState {
  readonly config: Config
  readonly records: ExperimentRecord[]
  readonly band: ExperimentRecord[]
  done: boolean
  fingerprint: string
}
