/** Fills the bands of runs over many seeds: some repetitions at once, each shown in the order of its seed. */
import { repetitions } from '../experiment/band.ts'
import type { ExperimentMeta, ExperimentRecord } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'
import type { RunState } from './run-state.ts'

interface Options {
  readonly experiment: ExperimentMeta
  readonly tracks: readonly RunState[]
  /** How many are computed at once. */
  readonly atOnce: number
  /** The first record of a run; none once nobody wants the band any more. */
  readonly firstRecord: (config: Config) => Promise<ExperimentRecord | undefined>
  readonly changed: () => void
}

export async function fillBands({ experiment, tracks, atOnce, firstRecord, changed }: Options) {
  const jobs = tracks.flatMap((track) => {
    track.band.length = 0
    const found: ExperimentRecord[] = []
    return repetitions(experiment, track.config).map((config, i) => ({ config, i, track, found }))
  })
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { config, i, track, found } = job
      const record = await firstRecord(config)
      if (!record) return
      found[i] = record
      for (let next = found[track.band.length]; next; next = found[track.band.length])
        track.band.push(next)
      changed()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
