/** What a worker does, on this thread, with a post that takes a while. */
import type { FromWorker, ToWorker } from '../../../src/experiment/workers/protocol.ts'
import { Session } from '../../../src/experiment/workers/session.ts'

export class NearbyWorker {
  /** All that were made, in order. */
  static made: NearbyWorker[] = []
  readonly posted: ToWorker[] = []
  onmessage: ((event: { data: FromWorker }) => void) | undefined
  onerror: (() => void) | undefined
  isTerminated = false
  readonly #sessions = new Map<number, Promise<Session>>()

  constructor() {
    NearbyWorker.made.push(this)
  }

  /** The runs that it has not been told to forget. */
  get runs(): number[] {
    return [...this.#sessions.keys()]
  }

  postMessage(message: ToWorker): void {
    this.posted.push(message)
    setTimeout(() => void this.#take(message), 2)
  }

  terminate(): void {
    this.isTerminated = true
  }

  /** As when the browser ends it, or it runs out of memory. */
  crash(): void {
    this.isTerminated = true
    this.onerror?.()
  }

  async #take(message: ToWorker): Promise<void> {
    if (this.isTerminated) return
    const { run } = message
    if (message.type === 'start') {
      const opened = Session.open(message.experiment, message.config, message.part)
      opened.catch(() => undefined)
      this.#sessions.set(run, opened)
    } else if (message.type === 'stop') this.#sessions.delete(run)
    else {
      try {
        const session = await this.#sessions.get(run)
        if (session) this.#say({ type: 'chunk', run, chunk: session.pull(message.limit) })
      } catch (error) {
        this.#say({ type: 'failed', run, message: String(error) })
      }
    }
  }

  #say(data: FromWorker): void {
    if (!this.isTerminated) this.onmessage?.({ data })
  }
}

/** A machine of so many cores, with no worker made yet. */
export function machine(cores: number) {
  NearbyWorker.made = []
  return { hardwareConcurrency: cores }
}
