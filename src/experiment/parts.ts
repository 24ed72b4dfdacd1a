/** Runs of many parts that need nothing of one another: `Experiment.parts` and `Experiment.part`. */
import type { ExperimentMeta } from './experiment.ts'
import type { Config } from './parameters.ts'

/** How many parts a run has; a run that is not of parts is one. */
export function partCount({ parts = 1 }: ExperimentMeta, config: Config): number {
  return typeof parts === 'number' ? parts : Number(config[parts])
}

/** All parts one after the other: what `run` is made of. */
export function* inOrder<R>(
  count: number,
  part: (index: number) => Iterable<R | undefined>,
): Generator<R | undefined> {
  for (let index = 0; index < count; index++) yield* part(index)
}
