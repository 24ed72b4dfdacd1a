import { afterEach, describe, expect, test, vi } from 'vitest'
import { load } from '../../src/experiment/data.ts'
import type { Experiment, ExperimentRecord } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { partCount } from '../../src/experiment/parts.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { PartsClient } from '../../src/experiment/workers/parts-client.ts'
import { WorkerPool } from '../../src/experiment/workers/pool.ts'
import type { Limit } from '../../src/experiment/workers/protocol.ts'
import { phaseMap } from '../../src/experiments/phase-map/index.ts'
import type { PhaseMapConfig } from '../../src/experiments/phase-map/record.ts'
import { machine, NearbyWorker } from './workers/nearby-worker.ts'

const config: PhaseMapConfig = {
  ...defaults(phaseMap.parameters),
  ...{ depth: 4, width: 5, resolution: 7 },
}
const whole = await runToEnd(phaseMap, config)

afterEach(() => {
  vi.unstubAllGlobals()
})

function clientWith(workers: number): PartsClient {
  vi.stubGlobal('Worker', workers > 0 ? NearbyWorker : undefined)
  vi.stubGlobal('navigator', machine(workers + 1))
  return new PartsClient(phaseMap, config, new WorkerPool())
}

async function toEnd(client: PartsClient, limit: Limit, meanwhile = () => {}) {
  const records: ExperimentRecord[] = []
  for (;;) {
    const chunk = await client.pull(limit)
    expect(chunk.records.length).toBeLessThanOrEqual(limit.records)
    records.push(...chunk.records)
    if (chunk.done) return { records, fingerprint: chunk.fingerprint }
    meanwhile()
  }
}

const limits: Limit[] = [
  { records: 1000, milliseconds: 10_000 },
  { records: 1000, milliseconds: 1 },
  { records: 3, milliseconds: 20 },
  { records: 1, milliseconds: 20 },
]

describe.each([0, 1, 2, 4])('on %d workers', (workers) => {
  test.each(limits)('a run of parts is the run in one go, pulled by %j', async (limit) => {
    const client = clientWith(workers)
    expect(await toEnd(client, limit)).toEqual(whole)
    expect([client.progress, client.onMainThread]).toEqual([1, workers === 0])
    expect(NearbyWorker.made.length).toBeLessThanOrEqual(workers)
  })

  test('all are put to work, and none keeps anything of a run that ended or was stopped', async () => {
    const stopped = clientWith(workers)
    await stopped.pull({ records: 20, milliseconds: 5 })
    expect(NearbyWorker.made).toHaveLength(workers)
    stopped.stop()
    await vi.waitFor(() => expect(NearbyWorker.made.flatMap(({ runs }) => runs)).toEqual([]))
    const { posted } = NearbyWorker.made[0] ?? { posted: [] }
    const before = posted.length
    expect((await stopped.pull({ records: 20, milliseconds: 5 })).records).toEqual([])
    expect(posted).toHaveLength(before)
  })
})

test('a worker that dies on the way changes nothing in the records', async () => {
  const client = clientWith(4)
  let rounds = 0
  const meanwhile = () => {
    if (++rounds === 2) NearbyWorker.made[1]?.crash()
  }
  expect(await toEnd(client, { records: 4, milliseconds: 5 }, meanwhile)).toEqual(whole)
  expect([client.onMainThread, NearbyWorker.made[1]?.isTerminated]).toEqual([false, true])
})

test('one record asks one worker', async () => {
  const client = clientWith(4)
  await client.pull({ records: 1, milliseconds: 1000 })
  expect(NearbyWorker.made).toHaveLength(1)
})

/** Cheap settings for those that would take long. */
const cheap: Readonly<Record<string, object>> = {
  'phase-map': { depth: 4, width: 5, resolution: 7 },
  'learning-rate-scan': { depth: 1, width: 3, examples: 20, batchSize: 10, steps: 2 },
}
const ofParts = (await allExperiments()).filter(({ parts }) => parts !== undefined)

test.each(ofParts)('$id: its parts in order are its run', async (experiment: Experiment) => {
  const { id, parameters, part, parts } = experiment
  const config = { ...defaults(parameters), ...cheap[id] }
  if (typeof parts === 'string') expect(parameters).toHaveProperty(parts)
  const { records } = await runToEnd(experiment, config)
  const data = await load(experiment, config)
  const found = Array.from({ length: partCount(experiment, config) }, (_, index) => [
    ...(part?.(config, data, index) ?? []),
  ])
  expect(found.flat().filter((record) => record !== undefined)).toEqual(records)
})
