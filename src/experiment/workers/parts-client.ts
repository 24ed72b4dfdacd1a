/**
 * A run of many parts, each computed on whichever worker is free. Records are delivered in the order of
 * the parts, so that records and fingerprint are those of the run in one go, however many workers there are.
 */
import type { ExperimentMeta, ExperimentRecord } from '../experiment.ts'
import { Fingerprint } from '../fingerprint.ts'
import type { Config } from '../parameters.ts'
import { partCount } from '../parts.ts'
import { nothing, type RecordSource, RunClient } from './client.ts'
import { pagePool, type WorkerPool } from './pool.ts'
import type { Chunk, Limit } from './protocol.ts'

/** A part of the run: where it is computed, and what it gave that is not yet delivered. */
interface Part {
  readonly client: RunClient
  readonly records: ExperimentRecord[]
  isDone: boolean
  isBusy: boolean
}

export class PartsClient implements RecordSource {
  readonly #experiment: ExperimentMeta
  readonly #config: Config
  readonly #pool: WorkerPool
  readonly #count: number
  readonly #hash = new Fingerprint()
  /** Begun and not yet delivered whole, in order. */
  #parts: Part[] = []
  #begun = 0
  #finished = 0
  #moved = false
  #stopped = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(experiment: ExperimentMeta, config: Config, pool = pagePool) {
    this.#experiment = experiment
    this.#config = config
    this.#pool = pool
    this.#count = partCount(experiment, config)
  }

  get onMainThread(): boolean {
    return this.#moved
  }

  get progress(): number {
    return this.#finished / this.#count
  }

  pull(limit: Limit): Promise<Chunk> {
    const chunk = this.#last.then(() => this.#pullNext(limit))
    this.#last = chunk.catch(() => undefined)
    return chunk
  }

  stop(): void {
    this.#stopped = true
    for (const { client } of this.#parts) client.stop()
  }

  /** Every worker computes for as long as the limit allows; for a few records, as many workers as records. */
  async #pullNext({ records, milliseconds }: Limit): Promise<Chunk> {
    const end = performance.now() + milliseconds
    const work = async () => {
      for (let left = milliseconds; left > 0; left = end - performance.now()) {
        const part = this.#stopped || this.#ready() >= records ? undefined : this.#free()
        if (!part) return
        await this.#compute(part, { records, milliseconds: left })
      }
    }
    const workers = Math.min(this.#pool.size, records)
    await Promise.all(Array.from({ length: workers }, work))
    if (this.#stopped) return nothing
    return this.#deliver(records)
  }

  /** The first part that waits to go on, or else the next to begin. */
  #free(): Part | undefined {
    const waiting = this.#parts.find(({ isDone, isBusy }) => !isDone && !isBusy)
    if (waiting || this.#begun === this.#count) return waiting
    const options = { part: this.#begun++, pool: this.#pool }
    const client = new RunClient(this.#experiment.id, this.#config, options)
    const part = { client, records: [], isDone: false, isBusy: false }
    this.#parts.push(part)
    return part
  }

  async #compute(part: Part, limit: Limit): Promise<void> {
    part.isBusy = true
    try {
      const { records, done } = await part.client.pull(limit)
      part.records.push(...records)
      part.isDone = done
      if (done) this.#finished++
    } finally {
      part.isBusy = false
      this.#moved ||= part.client.onMainThread
    }
  }

  /** How many records can be delivered: up to the first that is still to come. */
  #ready(): number {
    let count = 0
    for (const { records, isDone } of this.#parts) {
      count += records.length
      if (!isDone) break
    }
    return count
  }

  #deliver(most: number): Chunk {
    const records: ExperimentRecord[] = []
    for (let [first] = this.#parts; first; [first] = this.#parts) {
      records.push(...first.records.splice(0, most - records.length))
      if (first.records.length > 0 || !first.isDone) break
      this.#parts.shift()
    }
    for (const record of records) this.#hash.add(record)
    const done = this.#begun === this.#count && this.#parts.length === 0
    return { records, done, fingerprint: this.#hash.toString() }
  }
}
