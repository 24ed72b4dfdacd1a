import type { ExperimentRecord } from '../../experiment/experiment.ts'

export type BornDeadConfig = {
  readonly width: number
  readonly depth: number
  readonly networks: number
  readonly weightSeed: number
}

/** One row; a list holds one number for each depth from 1 on. */
export interface BornDeadRecord extends ExperimentRecord {
  readonly networks: number
  /** The share of the networks of that many hidden layers that are born dead. */
  readonly counted: readonly number[]
  /** 1 − (1 − 2^−width)^depth */
  readonly predicted: readonly number[]
}
