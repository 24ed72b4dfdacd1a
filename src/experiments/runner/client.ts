/**
 * Runs experiments off the main thread. If a worker cannot be had, or dies, the same run goes on here
 * in short slices: it starts anew and skips what was already delivered, which gives the same records.
 */
import type { Config } from '../parameters.ts'
import type { Chunk, FromWorker, Limit, ToWorker } from './protocol.ts'
import type { Session } from './session.ts'

/** Even on a slow, busy machine no breath takes this long, so a worker silent for longer is dead. */
const patience = 20_000
const slice = 8

export class RunClient {
  readonly #experiment: string
  readonly #config: Config
  readonly #run = nextRun++
  #delivered = 0
  #local: Promise<Session> | undefined
  #started = false
  #stopped = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(experiment: string, config: Config) {
    this.#experiment = experiment
    this.#config = config
  }

  /** Whether the run has had to move to the main thread. */
  get onMainThread(): boolean {
    return this.#local !== undefined
  }

  /** The next records. Rejects only if the run cannot be computed at all, e.g. its data cannot be loaded. */
  pull(limit: Limit): Promise<Chunk> {
    // One pull at a time: who asks again before the answer has come gets what follows it.
    const chunk = this.#last.then(() => this.#pullNext(limit))
    this.#last = chunk.catch(() => undefined)
    return chunk
  }

  async #pullNext(limit: Limit): Promise<Chunk> {
    if (this.#stopped) return { records: [], done: true, fingerprint: '' } // the worker has forgotten it
    const chunk = (await this.#pullFromWorker(limit)) ?? (await this.#pullHere(limit))
    this.#delivered += chunk.records.length
    return chunk
  }

  stop(): void {
    this.#stopped = true
    if (this.#started) pool.send({ type: 'stop', run: this.#run })
  }

  async #pullFromWorker(limit: Limit): Promise<Chunk | undefined> {
    if (this.#local || !pool.available()) return undefined
    if (!this.#started) {
      this.#started = true
      pool.send({
        type: 'start',
        run: this.#run,
        experiment: this.#experiment,
        config: this.#config,
      })
    }
    return pool.ask({ type: 'pull', run: this.#run, limit })
  }

  async #pullHere(limit: Limit): Promise<Chunk> {
    if (!this.#local) {
      // The experiments' code is loaded here only if it is needed here.
      this.#local = import('./session.ts').then(({ Session }) =>
        Session.open(this.#experiment, this.#config),
      )
      this.#local.catch(() => {
        this.#local = undefined
        pool.forgive() // no network perhaps, and then it was not the worker's fault either
      })
      const session = await this.#local
      for (let missed = this.#delivered; missed > 0 && !this.#stopped; ) {
        missed -= session.pull({ records: missed, milliseconds: slice }).records.length
        await breathe()
      }
    }
    const session = await this.#local
    const end = performance.now() + limit.milliseconds
    let chunk = session.pull({
      records: limit.records,
      milliseconds: Math.min(slice, limit.milliseconds),
    })
    while (!chunk.done && chunk.records.length < limit.records && performance.now() < end) {
      await breathe()
      const more = session.pull({
        records: limit.records - chunk.records.length,
        milliseconds: slice,
      })
      chunk = { ...more, records: [...chunk.records, ...more.records] }
    }
    return chunk
  }
}

let nextRun = 1

/** Lets the page paint and answer before the next slice. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0))

/** The page's one worker, made when the first run needs it. */
class WorkerPool {
  #worker: Worker | undefined
  #dead = false
  readonly #waiting = new Map<number, (chunk: Chunk | undefined) => void>()

  available(): boolean {
    if (this.#dead) return false
    if (!this.#worker) {
      try {
        this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
        this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
          this.#answer(data.run, data.type === 'chunk' ? data.chunk : undefined)
        this.#worker.onerror = () => this.#die()
        this.#worker.onmessageerror = () => this.#die()
      } catch {
        this.#die()
      }
    }
    return !this.#dead
  }

  /** The next run may try a worker again. */
  forgive(): void {
    this.#dead = false
  }

  send(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  /** The chunk, or nothing if the worker failed: then the run goes on here. */
  ask(message: ToWorker & { type: 'pull' }): Promise<Chunk | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#die(), patience + message.limit.milliseconds)
      this.#waiting.set(message.run, (chunk) => {
        clearTimeout(timer)
        resolve(chunk)
      })
      this.send(message)
    })
  }

  #answer(run: number, chunk: Chunk | undefined): void {
    this.#waiting.get(run)?.(chunk)
    this.#waiting.delete(run)
  }

  #die(): void {
    this.#dead = true
    this.#worker?.terminate()
    this.#worker = undefined
    for (const run of [...this.#waiting.keys()]) this.#answer(run, undefined)
  }
}

const pool = new WorkerPool()
