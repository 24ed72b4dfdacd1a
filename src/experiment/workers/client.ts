/**
 * Runs experiments off the main thread. If its worker dies, a run moves to another; if none can be had,
 * it goes on here in short slices. Either way it starts anew and skips what was already delivered, which
 * gives the same records.
 */
import type { Config } from '../parameters.ts'
import { pagePool, type Thread, type WorkerPool } from './pool.ts'
import type { Chunk, Limit } from './protocol.ts'
import type { Session } from './session.ts'
import { pullInSlices, skipInSlices } from './slices.ts'

/** A run that outlived this many workers is perhaps what they died of. */
const mostWorkers = 2

/** What a widget drives: a run that brings its records when asked. */
export interface RecordSource {
  readonly onMainThread: boolean
  /** How much of the run is done, from 0 to 1, where that is known. */
  readonly progress: number | undefined
  /** The next records. Rejects only if the run cannot be computed at all, e.g. its data cannot be loaded. */
  pull(limit: Limit): Promise<Chunk>
  stop(): void
}

export interface RunOptions {
  /** This part of the run only. */
  readonly part?: number
  readonly pool?: WorkerPool
}

export class RunClient implements RecordSource {
  readonly progress = undefined
  readonly #experiment: string
  readonly #config: Config
  readonly #part: number | undefined
  readonly #pool: WorkerPool
  readonly #run = nextRun++
  #delivered = 0
  #thread: Thread | undefined
  #workers = 0
  /** Records that the present worker has to compute again, since they were delivered already. */
  #replayed = 0
  #local: Promise<Session> | undefined
  #stopped = false
  #end: Chunk | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(experiment: string, config: Config, { part, pool = pagePool }: RunOptions = {}) {
    this.#experiment = experiment
    this.#config = config
    this.#part = part
    this.#pool = pool
  }

  /** Whether the run has had to move to the main thread. */
  get onMainThread(): boolean {
    return this.#local !== undefined
  }

  pull(limit: Limit): Promise<Chunk> {
    // One pull at a time: who asks again before the answer has come gets what follows it.
    const chunk = this.#last.then(() => this.#pullNext(limit))
    this.#last = chunk.catch(() => undefined)
    return chunk
  }

  async #pullNext(limit: Limit): Promise<Chunk> {
    if (this.#stopped) return nothing
    if (this.#end) return this.#end
    const chunk = (await this.#pullFromWorker(limit)) ?? (await this.#pullHere(limit))
    this.#delivered += chunk.records.length
    if (chunk.done) {
      this.#end = { ...chunk, records: [] }
      this.#leave()
    }
    return chunk
  }

  stop(): void {
    this.#stopped = true
    this.#leave()
  }

  async #pullFromWorker(limit: Limit): Promise<Chunk | undefined> {
    while (!this.#local && !this.#stopped) {
      const thread = this.#assignedThread()
      if (!thread) return undefined
      const again = { records: this.#replayed, milliseconds: 1000 }
      const asked = this.#replayed > 0 ? again : limit
      const chunk = await thread.ask({ type: 'pull', run: this.#run, limit: asked })
      if (!chunk && !thread.isDead) return undefined // the run failed, and would on any worker
      if (chunk && asked === limit) return chunk
      if (chunk) this.#replayed -= chunk.records.length
    }
    return this.#stopped ? nothing : undefined
  }

  /** Where the run sits; if that worker has died, another. */
  #assignedThread(): Thread | undefined {
    if (this.#thread && !this.#thread.isDead) return this.#thread
    this.#thread = this.#workers < mostWorkers ? this.#pool.assign(this.#run) : undefined
    this.#workers++
    this.#replayed = this.#delivered
    this.#thread?.send({
      type: 'start',
      run: this.#run,
      experiment: this.#experiment,
      config: this.#config,
      part: this.#part,
    })
    return this.#thread
  }

  #leave(): void {
    this.#thread?.send({ type: 'stop', run: this.#run })
    this.#thread?.runs.delete(this.#run)
    this.#thread = undefined
  }

  async #pullHere(limit: Limit): Promise<Chunk> {
    this.#local ??= this.#openHere()
    return pullInSlices(await this.#local, limit)
  }

  async #openHere(): Promise<Session> {
    this.#leave()
    try {
      // The experiments' code is loaded here only if it is needed here.
      const { Session } = await import('./session.ts')
      const session = await Session.open(this.#experiment, this.#config, this.#part)
      await skipInSlices(session, this.#delivered, () => !this.#stopped)
      return session
    } catch (error) {
      this.#local = undefined
      this.#workers = 0
      this.#pool.retry() // no network perhaps, and then it was not the worker's fault either
      throw error
    }
  }
}

let nextRun = 1

/** Of a stopped run, which its worker has forgotten. */
export const nothing: Chunk = { records: [], done: true, fingerprint: '' }
