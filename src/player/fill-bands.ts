/** Fills the bands of runs over many seeds: several repetitions at once, delivered in the order of their seeds. */
import { repetitions } from '../experiment/band.ts'
import type { ExperimentMeta, ExperimentRecord } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'
import type { RunState } from './run-state.ts'

interface Options {
  readonly experiment: ExperimentMeta
  readonly runs: readonly RunState[]
  /** How many are computed at once. */
  readonly concurrency: number
  /** The first record of a run; undefined once the band is no longer wanted. */
  readonly firstRecord: (config: Config) => Promise<ExperimentRecord | undefined>
  readonly changed: () => void
}

export async function fillBands({ experiment, runs, concurrency, firstRecord, changed }: Options) {
  const jobs = runs.flatMap((run) => {
    run.band.length = 0
    const found: ExperimentRecord[] = []
    return repetitions(experiment, run.config).map((config, i) => ({ config, i, run, found }))
  })
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { config, i, run, found } = job
      const record = await firstRecord(config)
      if (!record) return
      found[i] = record
      for (let next = found[run.band.length]; next; next = found[run.band.length])
        run.band.push(next)
      changed()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
}
