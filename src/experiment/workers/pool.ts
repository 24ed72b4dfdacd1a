/** The page's workers: one a core less one, each made when a run needs it. A run stays on its worker. */
import type { Chunk, FromWorker, ToWorker } from './protocol.ts'

/** Even on a slow, busy machine no breath takes this long, so a worker silent for longer is dead. */
const answerTimeout = 20_000
/** More would cost memory and bring little. */
const mostThreads = 8

/** One worker, and the runs that sit on it. */
export class Thread {
  readonly runs = new Set<number>()
  isDead = false
  hasAnswered = false
  readonly #worker: Worker
  readonly #onExit: (thread: Thread) => void
  readonly #waiting = new Map<number, (chunk: Chunk | undefined) => void>()

  constructor(buried: (thread: Thread) => void) {
    this.#onExit = buried
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.hasAnswered = true
      this.#answer(data.run, data.type === 'chunk' ? data.chunk : undefined)
    }
    this.#worker.onerror = () => this.#die()
    this.#worker.onmessageerror = () => this.#die()
  }

  send(message: ToWorker): void {
    if (!this.isDead) this.#worker.postMessage(message)
  }

  /** The chunk, or nothing if the run failed there or the worker is dead. */
  ask(message: ToWorker & { type: 'pull' }): Promise<Chunk | undefined> {
    if (this.isDead) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#die(), answerTimeout + message.limit.milliseconds)
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
    if (this.isDead) return
    this.isDead = true
    this.#worker.terminate()
    this.#onExit(this)
    for (const run of [...this.#waiting.keys()]) this.#answer(run, undefined)
  }
}

export class WorkerPool {
  #threads: Thread[] = []
  #refused = false

  /** How many runs can go on at once. */
  get size(): number {
    if (this.#refused) return Math.max(1, this.#threads.length)
    const cores = globalThis.navigator?.hardwareConcurrency ?? 1
    return Math.max(1, Math.min(mostThreads, cores - 1))
  }

  /** The worker with the fewest runs, or a new one while all have some. None if none can be had. */
  assign(run: number): Thread | undefined {
    const fewest = Math.min(...this.#threads.map(({ runs }) => runs.size))
    const least = this.#threads.find(({ runs }) => runs.size === fewest)
    const isFull = this.#refused || this.#threads.length >= this.size
    const thread = least && (fewest === 0 || isFull) ? least : (this.#another() ?? least)
    thread?.runs.add(run)
    return thread
  }

  /** The next run may try for a worker again. */
  retry(): void {
    this.#refused = false
  }

  #another(): Thread | undefined {
    if (this.#refused) return undefined
    try {
      const thread = new Thread((dead) => this.#remove(dead))
      this.#threads.push(thread)
      return thread
    } catch {
      this.#refused = true
      return undefined
    }
  }

  /** A worker that never said a word could not be loaded, and so no other can be. */
  #remove(dead: Thread): void {
    this.#threads = this.#threads.filter((thread) => thread !== dead)
    if (!dead.hasAnswered) this.#refused = true
  }
}

/** One for the whole page, whichever figures run. */
export const pagePool = new WorkerPool()
