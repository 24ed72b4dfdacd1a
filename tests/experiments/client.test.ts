import { afterEach, describe, expect, test, vi } from 'vitest'
import { gradientFlow } from '../../src/experiments/gradient-flow.ts'
import { defaults } from '../../src/experiments/parameters.ts'
import type { RunClient as Client } from '../../src/experiments/runner/client.ts'
import type { Chunk, FromWorker, ToWorker } from '../../src/experiments/runner/protocol.ts'
import { Session } from '../../src/experiments/runner/session.ts'

const config = {
  ...defaults(gradientFlow.parameters),
  ...{ depth: 2, width: 4, examples: 30, batchSize: 12, steps: 9, dataset: 'moons' as const },
}
const one = { records: 1, milliseconds: 1000 }

/** What a worker does, on this thread, with a post that takes a while. */
class NearbyWorker {
  static posted: ToWorker['type'][] = []
  onmessage: ((event: { data: FromWorker }) => void) | undefined
  readonly #sessions = new Map<number, Promise<Session>>()

  postMessage(message: ToWorker): void {
    NearbyWorker.posted.push(message.type)
    setTimeout(() => void this.#take(message), 2)
  }

  async #take(message: ToWorker): Promise<void> {
    const { run } = message
    if (message.type === 'start')
      this.#sessions.set(run, Session.open(message.experiment, message.config))
    else if (message.type === 'stop') this.#sessions.delete(run)
    else {
      const session = await this.#sessions.get(run)
      if (session)
        this.onmessage?.({ data: { type: 'chunk', run, chunk: session.pull(message.limit) } })
    }
  }

  terminate(): void {}
}

let pages = 0

/** A page of its own: there is one pool of workers a page, made with the module. */
async function page(worker?: unknown): Promise<typeof Client> {
  vi.stubGlobal('Worker', worker)
  NearbyWorker.posted = []
  const address = new URL('../../src/experiments/runner/client.ts', import.meta.url)
  address.search = `?page=${pages++}`
  return (await import(/* @vite-ignore */ address.href)).RunClient
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const steps = (chunks: readonly Chunk[]) =>
  chunks.map(({ records }) => records.map((record) => record['step']))

describe.each([
  ['with a worker', NearbyWorker],
  ['without', undefined],
])('%s', (_, worker) => {
  test('who asks again before the answer has come gets what follows it', async () => {
    const client = new (await page(worker))('gradient-flow', config)
    const chunks = await Promise.all([1, 2, 3].map(() => client.pull(one)))
    expect(steps(chunks)).toEqual([[0], [1], [2]])
    expect(client.onMainThread).toBe(worker === undefined)
  })

  test('a stopped run brings nothing and asks for nothing', async () => {
    const client = new (await page(worker))('gradient-flow', config)
    const asked = [client.pull(one), client.pull(one)]
    await asked[0]
    client.stop()
    const { posted } = NearbyWorker
    expect(steps(await Promise.all(asked))[0]).toEqual([0])
    expect(await client.pull(one)).toEqual({ records: [], done: true, fingerprint: '' })
    expect(posted.slice(posted.indexOf('stop') + 1)).toEqual([])
  })
})

test('where nothing could be had at all, the next run tries for a worker again', async () => {
  let isOnline = false
  class Fragile extends NearbyWorker {
    constructor() {
      super()
      if (!isOnline) throw new Error('no network')
    }
  }
  const RunClient = await page(Fragile)
  await expect(new RunClient('not-to-be-had', config).pull(one)).rejects.toThrow()
  isOnline = true
  const client = new RunClient('gradient-flow', config)
  expect(steps([await client.pull(one)])).toEqual([[0]])
  expect(client.onMainThread).toBe(false)
})
