import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExperimentRecord } from '../../../src/experiment/experiment.ts'
import { defaults } from '../../../src/experiment/parameters.ts'
import { runToEnd } from '../../../src/experiment/run.ts'
import { Session } from '../../../src/experiment/workers/session.ts'
import { gradientFlow } from '../../../src/experiments/gradient-flow/index.ts'

const config = {
  ...defaults(gradientFlow.parameters),
  depth: 3,
  width: 6,
  examples: 50,
  batchSize: 10,
  steps: 23,
}
const enough = { records: 1000, milliseconds: 60_000 }

async function pullIn(limits: readonly { records: number; milliseconds: number }[]) {
  const session = await Session.open('gradient-flow', config)
  const records: ExperimentRecord[] = []
  let chunk = session.pull(limits[0] ?? enough)
  records.push(...chunk.records)
  for (let i = 1; !chunk.done; i++) {
    chunk = session.pull(limits[i % limits.length] ?? enough)
    records.push(...chunk.records)
  }
  return { records, fingerprint: chunk.fingerprint }
}

describe('a session', () => {
  test('pulled in odd chunks gives the records and fingerprint of one go', async () => {
    const whole = await runToEnd(gradientFlow, config)
    expect(await pullIn([enough])).toEqual(whole)
    expect(await pullIn([1, 7, 2, 5].map((records) => ({ ...enough, records })))).toEqual(whole)
    // No time at all: each pull goes to the next breath, in the middle of a step.
    expect(await pullIn([{ records: 3, milliseconds: 0 }])).toEqual(whole)
  })

  test('pulled by any limits gives them too', async () => {
    const whole = await runToEnd(gradientFlow, config)
    const limit = fc.record({
      records: fc.integer({ min: 1, max: 9 }),
      milliseconds: fc.constantFrom(0, 0.01, 1, 50),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(limit, { minLength: 1, maxLength: 5 }), async (limits) => {
        expect(await pullIn(limits)).toEqual(whole)
      }),
      { seed: 1, numRuns: 30 },
    )
  })

  test('never brings more than was asked for, and nothing once it is done', async () => {
    const session = await Session.open('gradient-flow', config)
    expect(session.pull({ ...enough, records: 4 }).records).toHaveLength(4)
    const rest = session.pull(enough)
    expect([rest.records.length, rest.done]).toEqual([20, true])
    expect(session.pull(enough)).toEqual({ ...rest, records: [] })
  })

  test('says which experiments there are when asked for another', async () => {
    await expect(Session.open('gradient-flaw', config)).rejects.toThrow(
      /"gradient-flaw": expected one of gradient-flow, chain-product/,
    )
  })
})
