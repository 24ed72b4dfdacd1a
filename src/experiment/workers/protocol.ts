/**
 * What page and worker say to each other. The page pulls: the worker computes only what was asked for,
 * so a paused or hidden figure costs nothing, and records never pile up.
 */
import type { ExperimentRecord } from '../experiment.ts'
import type { Config } from '../parameters.ts'

/** How much one pull may bring: whichever limit is met first. */
export interface Limit {
  readonly records: number
  readonly milliseconds: number
}

export interface Chunk {
  readonly records: readonly ExperimentRecord[]
  readonly done: boolean
  /** Of all records so far. */
  readonly fingerprint: string
}

export type ToWorker =
  | {
      readonly type: 'start'
      readonly run: number
      readonly experiment: string
      readonly config: Config
      /** This part only; the whole run if left out. */
      readonly part: number | undefined
    }
  | { readonly type: 'pull'; readonly run: number; readonly limit: Limit }
  | { readonly type: 'stop'; readonly run: number }

export type FromWorker =
  | { readonly type: 'chunk'; readonly run: number; readonly chunk: Chunk }
  | { readonly type: 'failed'; readonly run: number; readonly message: string }
