/**
 * An experiment is a value: parameters in, records out. Everything else on the site
 * (controls, links, command line, worker, static figures, exports, tests) follows from it.
 */
import type { Digits } from '../core/index.ts'
import type { Config, ParameterSchema } from './parameters.ts'

/** One row of a run: named columns, each a number, a word, or one number a layer. */
export type ExperimentRecord = Readonly<Record<string, number | string | readonly number[]>>

/** Data files that a run may need. They are loaded only when a configuration asks for them. */
export interface Data {
  readonly digits?: Digits
}

export interface NamedParameter {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: readonly number[]
}

/** Told what a run used, so that it can be replayed elsewhere. Looking changes nothing. */
export interface Observer {
  data?(inputs: NamedParameter, targets: NamedParameter): void
  parameters?(when: 'initial' | 'final', parameters: readonly NamedParameter[]): void
  batch?(rows: readonly number[]): void
}

/** What can be said of an experiment without its code: plain data, small enough to travel with a page. */
export interface ExperimentMeta<C extends Config = Config> {
  /** Its address, its name on the command line, its widget's name. */
  readonly id: string
  /** Raised when the same configuration would give other numbers. */
  readonly version: number
  readonly parameters: ParameterSchema<C>
  /** The seed whose consecutive values give further samples of the same thing, for a band over many runs. */
  readonly repeatSeed?: keyof C & string
  /** The column of a record that counts its steps; none where a record is not a step of a training run. */
  readonly stepColumn?: string
  /**
   * For a run of many parts that need nothing of one another, such as the rows of a map: how many there
   * are, or the parameter that says it. They are then computed on as many workers as there are.
   */
  readonly parts?: number | (keyof C & string)
}

export interface Experiment<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
> extends ExperimentMeta<C> {
  /** Single numbers read off a finished run: prose, captions and claims quote these. */
  readonly measures: Readonly<Record<string, Measure<C, R>>>
  needs?(config: C): readonly (keyof Data)[]
  /**
   * The run, one record at a time. `undefined` is a yield point: no record, but the caller may suspend
   * the run here, so that no slice of work is long. No timer, no DOM, no global: the same
   * configuration gives the same records everywhere.
   */
  run(config: C, data: Data, observer?: Observer): Iterable<R | undefined>
  /** One of the `parts`, numbered from 0. `run` gives the records of all of them, one part after the other. */
  part?(config: C, data: Data, index: number): Iterable<R | undefined>
}

/**
 * What a measure's number counts: `ratio` of two like quantities, `share` from 0 to 1, `percent` from 0 to
 * 100, `step` of a run, `count` of things, `loss`, `boolean` as 0 or 1; `number` for what has no unit, such as
 * the size of a gradient.
 */
export type Unit = 'ratio' | 'share' | 'percent' | 'step' | 'count' | 'loss' | 'boolean' | 'number'

type Read<C extends Config, R extends ExperimentRecord> = {
  bivarianceHack(records: readonly R[], config: C): number
}['bivarianceHack']

/** Reads a single number off a finished run, and says its unit; prose, captions and claims quote these. */
export type Measure<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
> = Read<C, R> & { readonly unit: Unit }
