import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NamedParameter } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import type {
  GradientFlowConfig,
  GradientFlowRecord,
} from '../../src/experiments/gradient-flow/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const small = {
  ...defaults(gradientFlow.parameters),
  depth: 3,
  width: 8,
  examples: 60,
  batchSize: 20,
  steps: 4,
}
const run = (config: Partial<GradientFlowConfig>) => runToEnd(gradientFlow, { ...small, ...config })

async function watch(config: Partial<GradientFlowConfig>) {
  const seen: { initial?: readonly NamedParameter[]; final?: readonly NamedParameter[] } = {}
  const batches: (readonly number[])[] = []
  const data: NamedParameter[] = []
  const result = await runToEnd(
    gradientFlow,
    { ...small, ...config },
    {
      data: (inputs, targets) => data.push(inputs, targets),
      parameters: (when, list) => {
        seen[when] = list
      },
      batch: (rows) => batches.push(rows),
    },
  )
  return { ...result, ...seen, batches, data }
}

const first = (run: { records: readonly GradientFlowRecord[] }) =>
  run.records[0] as GradientFlowRecord
const last = (run: { records: readonly GradientFlowRecord[] }) =>
  run.records.at(-1) as GradientFlowRecord

describe('the same configuration', () => {
  test('gives the same records and fingerprint', async () => {
    const [a, b] = [await run({}), await run({})]
    expect(b).toEqual(a)
    expect(a.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  })

  test('gives them whether or not anybody looks', async () => {
    expect((await watch({})).fingerprint).toBe((await run({})).fingerprint)
  })
})

describe('each seed leaves the other draws alone', () => {
  test('batchSeed: weights and data stay, batches change', async () => {
    const [a, b] = [await watch({ batchSeed: 1 }), await watch({ batchSeed: 2 })]
    expect(b.initial).toEqual(a.initial)
    expect(b.data).toEqual(a.data)
    expect(b.batches).not.toEqual(a.batches)
  })

  test('weightSeed: data and batches stay, weights change', async () => {
    const [a, b] = [await watch({ weightSeed: 1 }), await watch({ weightSeed: 2 })]
    expect(b.initial).not.toEqual(a.initial)
    expect(b.data).toEqual(a.data)
    expect(b.batches).toEqual(a.batches)
  })

  test('dataSeed: weights and batches stay, data change', async () => {
    const [a, b] = [await watch({ dataSeed: 1 }), await watch({ dataSeed: 2 })]
    expect(b.initial).toEqual(a.initial)
    expect(b.data).not.toEqual(a.data)
    expect(b.batches).toEqual(a.batches)
  })

  test('a deeper network begins with the same layers', async () => {
    const [a, b] = [await watch({ depth: 2 }), await watch({ depth: 5 })]
    expect(b.initial?.slice(0, 4)).toEqual(a.initial?.slice(0, 4))
  })
})

describe('records', () => {
  test('hold one number a layer, the output layer last', async () => {
    const { records } = await run({})
    expect(records.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4])
    for (const record of records) {
      const lists = Object.entries(record).filter(([name]) => name !== 'predictedDelta')
      for (const [, value] of lists) if (Array.isArray(value)) expect(value).toHaveLength(4)
    }
  })

  test('the first has the prediction, the last no update', async () => {
    const { records } = await run({})
    expect(records.map(({ predictedDelta }) => predictedDelta?.length)).toEqual([
      3,
      ...Array(4).fill(undefined),
    ])
    expect(records.map(({ updateRatio }) => updateRatio?.length)).toEqual([4, 4, 4, 4, undefined])
    expect(records[0]?.predictedDelta?.[2]).toBe(records[0]?.deltaNorm[2])
  })

  test('the prediction averages over the first 64 examples, and no more', async () => {
    /** From the last hidden layer back, theory's factors depend on the inputs and on no measured number. */
    const factors = async (examples: number) => {
      const { predictedDelta = [] } = first(await run({ ...averaged, examples }))
      return predictedDelta.slice(1).map((delta, l) => (predictedDelta[l] as number) / delta)
    }
    // The digits of a smaller set are the first of a larger one.
    const averaged = { activation: 'tanh', weightScale: 3, dataset: 'digits', steps: 0 } as const
    const [one, fewer, exact, more] = await Promise.all([1, 63, 64, 200].map(factors))
    expect(exact).toHaveLength(2)
    exact?.forEach((factor, l) => {
      expect(more?.[l]).toBeCloseTo(factor, 12)
      expect(Math.abs((fewer?.[l] ?? factor) / factor - 1)).toBeGreaterThan(1e-6)
      expect(Math.abs((one?.[l] ?? factor) / factor - 1)).toBeGreaterThan(1e-3)
    })
  })

  test('recordEvery thins them out without changing the run; the last step is always there', async () => {
    const [every, third] = [await run({ steps: 10 }), await run({ steps: 10, recordEvery: 3 })]
    expect(third.records.map(({ step }) => step)).toEqual([0, 3, 6, 9, 10])
    expect(third.records).toEqual(every.records.filter(({ step }) => step % 3 === 0 || step === 10))
  })

  test('steps=0 reads the network as it was drawn', async () => {
    const { records, initial, final } = await watch({ steps: 0 })
    expect(records).toHaveLength(1)
    expect(final).toEqual(initial)
  })

  test('the shortest run is the beginning of a longer one', async () => {
    const [short, long] = [await run({ steps: 2 }), await run({ steps: 6 })]
    expect(short.records.slice(0, 2)).toEqual(long.records.slice(0, 2))
  })

  test('of a learning network: the loss falls', async () => {
    const learned = await run({ activation: 'relu', initializer: 'heNormal', depth: 1, steps: 150 })
    expect(last(learned).loss).toBeLessThan(0.5 * first(learned).loss)
    expect(last(learned).accuracy).toBeGreaterThan(0.8)
  })

  test('with a full batch every step sees every row in file order', async () => {
    const { batches } = await watch({ batchSize: 1797, steps: 2 })
    const order = [...Array(60).keys()]
    expect(batches).toEqual([order, order, order])
  })
})

test('clipping by norm bounds the update of plain descent', async () => {
  const config = { optimizer: 'sgd', learningRate: 1, steps: 1 } as const
  const { initial, final } = await watch({ ...config, clipNorm: 0.1 })
  const squares = (final ?? []).flatMap(({ values }, p) =>
    values.map((value, i) => (value - (initial?.[p]?.values[i] as number)) ** 2),
  )
  const moved = Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
  expect(moved).toBeLessThanOrEqual(0.1)
  expect(moved).toBeGreaterThan(0.0999)
})

describe('a run that diverges', () => {
  const explosive = {
    activation: 'leakyRelu',
    weightScale: 50,
    learningRate: 10,
    steps: 50,
  } as const

  test('ends with a record that names step, layer and quantity', async () => {
    const result = await run(explosive)
    const { step, divergedLayer, divergedQuantity } = last(result)
    expect(step).toBeLessThan(50)
    expect(divergedLayer).toBeGreaterThanOrEqual(0)
    expect(divergedLayer).toBeLessThanOrEqual(3)
    expect(['activation', 'loss', 'delta', 'weightGradient']).toContain(divergedQuantity)
    expect(result.records.slice(0, -1).every((r) => r.divergedLayer === undefined)).toBe(true)
    expect(gradientFlow.measures['divergedAt']?.(result.records, small)).toBe(step)
  })

  test('ends between recorded steps too, as soon as the loss is not finite', async () => {
    const [every, rare] = [await run(explosive), await run({ ...explosive, recordEvery: 100 })]
    expect(rare.records).toHaveLength(2)
    expect(last(rare).divergedQuantity).toBeTypeOf('string')
    expect(last(rare).step - last(every).step).toBeLessThanOrEqual(1)
  })

  test('repeats, NaN and all', async () => {
    expect((await run(explosive)).fingerprint).toBe((await run(explosive)).fingerprint)
  })
})

test('any configuration runs, and every number is finite unless the run says where it was not', () => {
  return fc.assert(
    fc.asyncProperty(arbitraryConfig(gradientFlow.parameters), async (config) => {
      const depth = Math.min(config.depth, 6)
      const { records } = await runToEnd(gradientFlow, {
        ...config,
        depth,
        width: Math.min(config.width, 8),
        examples: Math.min(config.examples, 40),
        steps: Math.min(config.steps, 5),
      })
      expect(records.length).toBeGreaterThan(0)
      const sound = records.filter((record) => record.divergedQuantity === undefined)
      expect(sound.length).toBeGreaterThanOrEqual(records.length - 1)
      const numbers = sound.flatMap((record) => Object.values(record).flat())
      expect(numbers.every(Number.isFinite)).toBe(true)
    }),
    { seed: 1, numRuns: 60 },
  )
})
