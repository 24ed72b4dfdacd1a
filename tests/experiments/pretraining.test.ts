import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { activations } from '../../src/core/activations/index.ts'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { initializers } from '../../src/core/initializers/index.ts'
import { losses } from '../../src/core/losses/index.ts'
import { DenseNetwork, initialize } from '../../src/core/network.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { depthLimit, depths } from '../../src/experiments/depth-limit/index.ts'
import { pretraining } from '../../src/experiments/pretraining/index.ts'
import { shuffleLayers } from '../../src/experiments/pretraining/layers.ts'
import type {
  PretrainingConfig,
  PretrainingRecord,
} from '../../src/experiments/pretraining/record.ts'
import { starts } from '../../src/experiments/shared/initializations.ts'

const data = { digits: unpackDigits(packed) }
const small = { depth: 3, width: 12, pretrainSteps: 40, steps: 20, recordEvery: 10 }

function run(config: Partial<PretrainingConfig>): PretrainingRecord[] {
  const whole = { ...defaults(pretraining.parameters), ...small, ...config }
  return [...pretraining.run(whole, data)].filter((record) => record !== undefined)
}

test('every start gives its records at the same steps, so that runs side by side stay in step', () => {
  const steps = run({}).map(({ step }) => step)
  expect(steps).toEqual([
    ...[0, 10, 20, 30, 40, 40, 50, 60, 70, 80, 80, 90, 100, 110, 120],
    ...[120, 130, 140],
  ])
  for (const start of starts) expect(run({ start }).map(({ step }) => step)).toEqual(steps)
})

describe('pretraining', () => {
  const records = run({ pretrainSteps: 200 })

  test('each layer ends with less missing than it began with, and with less than the mean would miss', () => {
    for (const layer of [0, 1, 2]) {
      const lost = records.filter((one) => one.layer === layer).map((one) => one.lost ?? Number.NaN)
      expect(lost.at(-1)).toBeLessThan(0.5)
      expect(lost.at(-1)).toBeLessThan((lost[0] ?? 0) / 2)
    }
  })

  test('rebuilds six pictures, which the first record holds, with values between 0 and 1', () => {
    expect(records[0]?.pictures).toHaveLength(6 * 64)
    for (const { rebuilt } of records.filter(({ phase }) => phase === 'pretraining')) {
      expect(rebuilt).toHaveLength(6 * 64)
      expect(rebuilt?.every((pixel) => pixel > 0 && pixel < 1)).toBe(true)
    }
  })

  test('the pictures are ones that are never trained on', () => {
    const trained = run({ dataSeed: 0 })[0]?.pictures
    const row = (at: number) =>
      [...data.digits.pixels.slice(64 * at, 64 * at + 64)].map((p) => p / 16)
    expect(trained?.slice(0, 64)).toEqual(row(1000))
  })
})

test('pretraining of no steps leaves the network at its small weights', () => {
  const withLabels = (records: PretrainingRecord[]) =>
    records
      .filter(({ phase }) => phase === 'labels')
      .map(({ loss, deltaNorm }) => [loss, deltaNorm])
  expect(withLabels(run({ pretrainSteps: 0 }))).toEqual(
    withLabels(run({ pretrainSteps: 0, start: 'small' })),
  )
})

test('fewer labels change what comes after pretraining, and nothing of it', () => {
  const [all, few] = [run({}), run({ labels: 50 })]
  const unlabelled = ({ phase }: PretrainingRecord) => phase === 'pretraining'
  expect(few.filter(unlabelled)).toEqual(all.filter(unlabelled))
  expect(few.at(-1)?.loss).not.toBe(all.at(-1)?.loss)
})

test('shuffling moves the numbers of each hidden layer and leaves the output layer', () => {
  const network = new DenseNetwork({
    inputs: 8,
    hidden: [6, 5],
    outputs: 3,
    activation: activations.sigmoid,
    loss: losses.crossEntropy,
    batch: 1,
  })
  initialize(network, initializers.normal, { gain: 1, biasDeviation: 1, seed: 1 })
  const before = network.parameters.map(({ value }) => value.slice())
  shuffleLayers(network, 1)
  network.parameters.forEach(({ value, name }, i) => {
    const old = before[i] as Float64Array
    expect(value.toSorted()).toEqual(old.toSorted())
    if (name.startsWith('layers.2')) expect(value).toEqual(old)
    else expect(value).not.toEqual(old)
  })
})

test('a run that leaves the finite numbers says so and ends', () => {
  const records = run({ start: 'relu', learningRate: 2, steps: 300, depth: 6, width: 32 })
  expect(records.at(-1)?.divergedQuantity).toBeDefined()
})

test('how deep: one record a depth, each what the run of that depth ends with', () => {
  const { depth: _, recordEvery: __, ...rest } = small
  const config = { ...defaults(depthLimit.parameters), ...rest, start: 'tanh' as const }
  const records = [...depthLimit.run(config, data)].filter((record) => record !== undefined)
  expect(records.map(({ depth }) => depth)).toEqual(depths)
  const alone = run({ start: 'tanh', depth: 4, learningRate: 0.2 }).at(-1)
  expect(records.find(({ depth }) => depth === 4)?.accuracy).toBe(alone?.accuracy)
})
