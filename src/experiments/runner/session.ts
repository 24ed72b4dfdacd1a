/** A run in progress, driven by pulls. The same code serves the worker and the main thread. */
import { load } from '../data.ts'
import type { ExperimentRecord } from '../experiment.ts'
import { Fingerprint } from '../fingerprint.ts'
import type { Config } from '../parameters.ts'
import { experimentById } from '../registry.ts'
import type { Chunk, Limit } from './protocol.ts'

export class Session {
  readonly #steps: Iterator<ExperimentRecord | undefined>
  readonly #hash = new Fingerprint()
  #done = false

  static async open(experimentId: string, config: Config): Promise<Session> {
    const experiment = experimentById(experimentId)
    const data = await load(experiment, config)
    return new Session(experiment.run(config, data)[Symbol.iterator]())
  }

  private constructor(steps: Iterator<ExperimentRecord | undefined>) {
    this.#steps = steps
  }

  /** Goes on until a limit is met or the run ends; looks at the clock at every record and every breath. */
  pull({ records: most, milliseconds }: Limit): Chunk {
    const records: ExperimentRecord[] = []
    const end = performance.now() + milliseconds
    while (!this.#done && records.length < most) {
      const { done, value } = this.#steps.next()
      if (done) this.#done = true
      else if (value) {
        this.#hash.add(value)
        records.push(value)
      }
      if (performance.now() >= end) break
    }
    return { records, done: this.#done, fingerprint: this.#hash.toString() }
  }
}
