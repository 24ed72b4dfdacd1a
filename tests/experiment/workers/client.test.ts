import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ExperimentRecord } from '../../../src/experiment/experiment.ts'
import { defaults } from '../../../src/experiment/parameters.ts'
import { runToEnd } from '../../../src/experiment/run.ts'
import { RunClient } from '../../../src/experiment/workers/client.ts'
import { WorkerPool } from '../../../src/experiment/workers/pool.ts'
import type { Chunk } from '../../../src/experiment/workers/protocol.ts'
import { gradientFlow } from '../../../src/experiments/gradient-flow/index.ts'
import { machine, NearbyWorker } from './nearby-worker.ts'

const config = {
  ...defaults(gradientFlow.parameters),
  ...{ depth: 2, width: 4, examples: 30, batchSize: 12, steps: 9, dataset: 'moons' as const },
}
const one = { records: 1, milliseconds: 1000 }
const some = { records: 4, milliseconds: 1000 }

/** A page of its own, on a machine of so many cores. */
function page(worker: unknown, cores = 2): WorkerPool {
  vi.stubGlobal('Worker', worker)
  vi.stubGlobal('navigator', machine(cores))
  return new WorkerPool()
}

const open = (pool: WorkerPool, id = 'gradient-flow') => new RunClient(id, config, { pool })

afterEach(() => {
  vi.unstubAllGlobals()
})

const steps = (chunks: readonly Chunk[]) =>
  chunks.map(({ records }) => records.map((record) => record['step']))

async function toEnd(client: RunClient, already: readonly ExperimentRecord[] = []) {
  const records = [...already]
  for (;;) {
    const chunk = await client.pull(some)
    records.push(...chunk.records)
    if (chunk.done) return { records, fingerprint: chunk.fingerprint }
  }
}

describe.each([
  ['with a worker', NearbyWorker],
  ['without', undefined],
])('%s', (_, worker) => {
  test('who asks again before the answer has come gets what follows it', async () => {
    const client = open(page(worker))
    const chunks = await Promise.all([1, 2, 3].map(() => client.pull(one)))
    expect(steps(chunks)).toEqual([[0], [1], [2]])
    expect(client.onMainThread).toBe(worker === undefined)
  })

  test('a stopped run brings nothing and asks for nothing', async () => {
    const client = open(page(worker))
    const asked = [client.pull(one), client.pull(one)]
    await asked[0]
    client.stop()
    const posted = NearbyWorker.made[0]?.posted.map(({ type }) => type) ?? []
    expect(steps(await Promise.all(asked))[0]).toEqual([0])
    expect(await client.pull(one)).toEqual({ records: [], done: true, fingerprint: '' })
    expect(posted.slice(posted.indexOf('stop') + 1)).toEqual([])
  })

  test('gives the records of one go, and at its end nothing more', async () => {
    const client = open(page(worker))
    const whole = await runToEnd(gradientFlow, config)
    expect(await toEnd(client)).toEqual(whole)
    expect(await client.pull(one)).toEqual({
      records: [],
      done: true,
      fingerprint: whole.fingerprint,
    })
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
  const pool = page(Fragile)
  await expect(open(pool, 'not-to-be-had').pull(one)).rejects.toThrow()
  isOnline = true
  const client = open(pool)
  expect(steps([await client.pull(one)])).toEqual([[0]])
  expect(client.onMainThread).toBe(false)
})

describe('the pool', () => {
  test.each([
    [1, 1],
    [2, 1],
    [5, 4],
    [64, 8],
  ])('on %d cores has at most %d workers', async (cores, most) => {
    const pool = page(NearbyWorker, cores)
    expect(pool.size).toBe(most)
    const clients = Array.from({ length: 12 }, () => open(pool))
    await Promise.all(clients.map((client) => client.pull(one)))
    expect(NearbyWorker.made).toHaveLength(most)
    const seats = NearbyWorker.made.map(({ runs }) => runs.length)
    expect(Math.max(...seats) - Math.min(...seats)).toBeLessThanOrEqual(1)
  })

  test('makes no worker before one is needed, and none while one is free', async () => {
    const pool = page(NearbyWorker, 5)
    expect(NearbyWorker.made).toHaveLength(0)
    for (let i = 0; i < 3; i++) {
      const client = open(pool)
      await client.pull(one)
      client.stop()
    }
    expect(NearbyWorker.made).toHaveLength(1)
  })

  test('keeps a run on its worker, and forgets it there once it has stopped or ended', async () => {
    const pool = page(NearbyWorker, 3)
    const [stopped, ended] = [open(pool), open(pool)]
    await Promise.all([stopped.pull(one), toEnd(ended)])
    await stopped.pull(one)
    stopped.stop()
    await vi.waitFor(() => expect(NearbyWorker.made.map(({ runs }) => runs)).toEqual([[], []]))
    for (const { posted } of NearbyWorker.made) {
      expect(new Set(posted.map(({ run }) => run)).size).toBe(1)
      expect(posted.filter(({ type }) => type === 'start')).toHaveLength(1)
    }
  })
})

describe('a worker that dies', () => {
  test('takes only its own runs with it, to another worker, with the same records', async () => {
    const pool = page(NearbyWorker, 3)
    const whole = await runToEnd(gradientFlow, config)
    const clients = [open(pool), open(pool)]
    const begun = await Promise.all(clients.map((client) => client.pull(some)))
    NearbyWorker.made[0]?.crash()
    const ends = clients.map((client, i) => toEnd(client, begun[i]?.records))
    expect(await Promise.all(ends)).toEqual([whole, whole])
    expect(NearbyWorker.made).toHaveLength(3)
    expect(clients.map(({ onMainThread }) => onMainThread)).toEqual([false, false])
    const [, survivor] = NearbyWorker.made
    expect(survivor?.posted.filter(({ type }) => type === 'start')).toHaveLength(1)
  })

  test('while it computes is not waited for', async () => {
    const pool = page(NearbyWorker, 3)
    const client = open(pool)
    const { records } = await client.pull(one)
    const asked = client.pull(some)
    NearbyWorker.made[0]?.crash()
    expect(steps([await asked])).toEqual([[1, 2, 3, 4]])
    expect(records).toHaveLength(1)
  })

  test('a second time sends the run to the main thread, with the same records', async () => {
    const pool = page(NearbyWorker, 5)
    const client = open(pool)
    const first = await client.pull(some)
    NearbyWorker.made[0]?.crash()
    const second = await client.pull(one)
    NearbyWorker.made[1]?.crash()
    const whole = await runToEnd(gradientFlow, config)
    expect(await toEnd(client, [...first.records, ...second.records])).toEqual(whole)
    expect(client.onMainThread).toBe(true)
    expect(NearbyWorker.made).toHaveLength(2)
  })

  test('before it ever spoke shows that none can be had', async () => {
    class Unloadable extends NearbyWorker {
      constructor() {
        super()
        setTimeout(() => this.crash(), 1)
      }
    }
    const pool = page(Unloadable, 5)
    const clients = [open(pool), open(pool)]
    const whole = await runToEnd(gradientFlow, config)
    expect(await Promise.all(clients.map((client) => toEnd(client)))).toEqual([whole, whole])
    expect(clients.map(({ onMainThread }) => onMainThread)).toEqual([true, true])
    await open(pool).pull(one)
    expect(NearbyWorker.made).toHaveLength(2)
    expect(pool.size).toBe(1)
  })

  test('by saying nothing is dead after its time', async () => {
    class Mute extends NearbyWorker {
      override postMessage(): void {}
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const pool = page(Mute, 3)
      const client = open(pool)
      const pulled = client.pull(one)
      await vi.advanceTimersByTimeAsync(20_000 + one.milliseconds - 1)
      expect(client.onMainThread).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      vi.useRealTimers()
      expect(steps([await pulled])).toEqual([[0]])
      expect([client.onMainThread, NearbyWorker.made[0]?.isTerminated]).toEqual([true, true])
    } finally {
      vi.useRealTimers()
    }
  })
})
