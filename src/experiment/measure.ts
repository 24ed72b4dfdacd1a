/** Single numbers read off a finished run: prose, captions and claims quote these. */
import type { ExperimentRecord } from './experiment.ts'
import type { Config } from './parameters.ts'

/**
 * What a measure's number counts: `ratio` of two like quantities, `share` from 0 to 1, `percent` from 0 to
 * 100, `step` of a run, `count` of things, `loss`, `boolean` as 0 or 1; `number` for what has no unit, such as
 * the size of a gradient.
 */
export type Unit = 'ratio' | 'share' | 'percent' | 'step' | 'count' | 'loss' | 'boolean' | 'number'

export type Read<C extends Config, R extends ExperimentRecord> = {
  bivarianceHack(records: readonly R[], config: C): number
}['bivarianceHack']

/** Reads a number off a run's records, and says its unit. */
export type Measure<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
> = Read<C, R> & { readonly unit: Unit }

export function measure<F extends (...args: never[]) => number>(
  unit: Unit,
  read: F,
): F & { readonly unit: Unit } {
  return Object.assign((...args: Parameters<F>) => read(...args), { unit }) as F & {
    readonly unit: Unit
  }
}
