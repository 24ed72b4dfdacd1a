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

  /** Of the whole run, or of one of its parts. */
  static async open(experimentId: string, config: Config, part?: number): Promise<Session> {
    const experiment = await experimentById(experimentId)
    const data = await load(experiment, config)
    const steps =
      part === undefined ? experiment.run(config, data) : experiment.part?.(config, data, part)
    if (!steps) throw new Error(`${experimentId} has no parts`)
    return new Session(steps[Symbol.iterator]())
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
