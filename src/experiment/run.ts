import { load } from './data.ts'
import type { Experiment, ExperimentRecord, Observer } from './experiment.ts'
import { fingerprint } from './fingerprint.ts'
import type { Config } from './parameters.ts'

export interface Run<R extends ExperimentRecord = ExperimentRecord> {
  readonly records: readonly R[]
  readonly fingerprint: string
}

/** Runs an experiment to its end in one go: at build time, in tests, on the command line. */
export async function runToEnd<C extends Config, R extends ExperimentRecord>(
  experiment: Experiment<C, R>,
  config: C,
  observer?: Observer,
): Promise<Run<R>> {
  const data = await load(experiment, config)
  const records: R[] = []
  for (const record of experiment.run(config, data, observer)) if (record) records.push(record)
  return { records, fingerprint: fingerprint(records) }
}
