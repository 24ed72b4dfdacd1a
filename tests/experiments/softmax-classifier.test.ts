import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NamedParameter } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { softmaxClassifier } from '../../src/experiments/softmax-classifier/index.ts'
import type {
  SoftmaxClassifierConfig,
  SoftmaxClassifierRecord,
} from '../../src/experiments/softmax-classifier/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const small = {
  ...defaults(softmaxClassifier.parameters),
  depth: 1,
  width: 6,
  examples: 60,
  batchSize: 20,
  steps: 20,
}
const run = (config: Partial<SoftmaxClassifierConfig>) =>
  runToEnd(softmaxClassifier, { ...small, ...config })
const first = ({ records }: { records: readonly SoftmaxClassifierRecord[] }) =>
  records[0] as SoftmaxClassifierRecord
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0)

test('records hold answers for 200 examples, and in the plane a class for each cell', async () => {
  const { records } = await run({})
  expect(records.map(({ step }) => step)).toEqual([0, 10, 20])
  for (const { outputs, regions = [] } of records) {
    expect(outputs).toHaveLength(200 * 3)
    expect(regions).toHaveLength(40 * 40)
    expect(regions.every((c) => [0, 1, 2].includes(c))).toBe(true)
    for (let i = 0; i < 200; i++) expect(sum(outputs.slice(3 * i, 3 * i + 3))).toBeCloseTo(1, 12)
  }
  expect(records.map(({ inputs }) => inputs?.length)).toEqual([400, undefined, undefined])
  const digits = await run({ dataset: 'digits' })
  expect(first(digits).inputs).toHaveLength(200 * 64)
  expect(first(digits).regions).toBeUndefined()
})

test('looking at the answers leaves the training alone', async () => {
  const ends: NamedParameter[][] = []
  for (const recordEvery of [5, 20]) {
    const watch = (when: string, list: readonly NamedParameter[]) => {
      if (when === 'final') ends.push([...list])
    }
    await runToEnd(softmaxClassifier, { ...small, recordEvery }, { parameters: watch })
  }
  expect(ends[1]).toEqual(ends[0])
})

test('none of the examples put aside is one of those it learns from', async () => {
  for (const dataset of ['spiral', 'digits'] as const) {
    const seen = new Set<string>()
    let features = 0
    const { records } = await runToEnd(
      softmaxClassifier,
      { ...small, dataset, steps: 0 },
      {
        data: ({ shape, values }) => {
          features = shape[1] as number
          for (let i = 0; i < values.length; i += features)
            seen.add(values.slice(i, i + features).join())
        },
      },
    )
    const inputs = records[0]?.inputs ?? []
    expect(seen.size).toBe(60)
    for (let i = 0; i < inputs.length; i += features)
      expect(seen.has(inputs.slice(i, i + features).join())).toBe(false)
  }
})

test('backpropagation is what nudging gives, and (a − y) times what comes in', async () => {
  for (const activation of ['tanh', 'sigmoid', 'relu'] as const) {
    const record = first(await run({ activation, depth: 2, steps: 0 }))
    expect(record.outputLayerError).toBeLessThan(1e-6)
    expect(record.hiddenLayerError).toBeLessThan(1e-6)
    expect(record.hiddenLayerError).toBeGreaterThan(0)
    expect(record.outerProductError).toBeLessThan(1e-15)
  }
})

describe('δ by class', () => {
  test('balances: what a class is pulled up, all are pushed down', async () => {
    const whole = { examples: 60, batchSize: 60, steps: 0 }
    const { pull, push } = first(await run(whole)) // 20 examples of each of three classes
    expect(20 * sum(pull)).toBeCloseTo(40 * sum(push), 10)
  })

  test('is 1 − 1/n and 1/n where the network has no opinion', async () => {
    const { pull, push } = first(await run({ weightScale: 0.05, depth: 6, steps: 0 }))
    for (const x of pull) expect(x).toBeCloseTo(2 / 3, 4)
    for (const x of push) expect(x).toBeCloseTo(1 / 3, 4)
  })
})

test('the plane is read row by row from the top', async () => {
  // A network without hidden layers answers by half-planes: the corner cells must agree with the points there.
  const { records } = await run({ depth: 0, steps: 200, examples: 300 })
  const { regions = [], outputs } = records.at(-1) as SoftmaxClassifierRecord
  const { inputs = [], reach = 1 } = records[0] as SoftmaxClassifierRecord
  let agreed = 0
  for (let i = 0; i < 200; i++) {
    const [x = 0, y = 0] = inputs.slice(2 * i, 2 * i + 2)
    const column = Math.floor(((x / reach + 1) / 2) * 40)
    const row = Math.floor(((1 - y / reach) / 2) * 40)
    const a = outputs.slice(3 * i, 3 * i + 3)
    if (regions[40 * row + column] === a.indexOf(Math.max(...a))) agreed++
  }
  expect(agreed).toBeGreaterThan(185)
})

test('a run that diverges ends and says so', async () => {
  const { records } = await run({
    activation: 'relu',
    optimizer: 'sgd',
    learningRate: 10,
    weightScale: 50,
    depth: 6,
    width: 64,
    steps: 100,
  })
  expect(records.at(-1)?.divergedQuantity).toBeTypeOf('string')
  expect(records.at(-1)?.step).toBeLessThan(100)
})

test('any configuration runs', () =>
  fc.assert(
    fc.asyncProperty(arbitraryConfig(softmaxClassifier.parameters), async (config) => {
      const { records } = await runToEnd(softmaxClassifier, {
        ...config,
        width: Math.min(config.width, 8),
        steps: Math.min(config.steps, 5),
      })
      const sound = records.filter((record) => record.divergedQuantity === undefined)
      expect(sound.length).toBeGreaterThanOrEqual(records.length - 1)
      const numbers = sound.flatMap((record) => Object.values(record).flat())
      expect(numbers.every(Number.isFinite)).toBe(true)
    }),
    { seed: 1, numRuns: 30 },
  ))
