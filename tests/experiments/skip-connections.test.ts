import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { skipConnections } from '../../src/experiments/skip-connections/index.ts'
import type { SkipConnectionsConfig } from '../../src/experiments/skip-connections/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

const data = { digits: unpackDigits(packed) }

function run(config: Partial<SkipConnectionsConfig>) {
  const whole = { ...defaults(skipConnections.parameters), ...config }
  return [...skipConnections.run(whole, data)].filter((record) => record !== undefined)
}

describe('the plain design', () => {
  test.each(['sigmoid', 'tanh', 'relu'] as const)('%s is the network of gradient-flow', (id) => {
    const same = { activation: id, depth: 6, width: 9, batchSize: 20, steps: 12, recordEvery: 3 }
    const shared = { ...same, initializer: 'heNormal', learningRate: 0.2 } as const
    const other = { ...defaults(gradientFlow.parameters), ...shared }
    const flow = [...gradientFlow.run(other, data)].filter((record) => record !== undefined)
    const plain = run({ ...shared, design: 'plain' })
    expect(plain).toHaveLength(flow.length)
    plain.forEach((record, i) => {
      const { loss, deltaNorm, updateRatio } = flow[i] as (typeof flow)[number]
      expect(record.loss).toBeCloseTo(loss, 12)
      record.deltaNorm.forEach((delta, l) => {
        expect(delta / (deltaNorm[l] as number)).toBeCloseTo(1, 9)
      })
      record.updateRatio?.forEach((ratio, l) => {
        expect(ratio / (updateRatio?.[l] as number)).toBeCloseTo(1, 9)
      })
    })
  })
})

test('what a norm stands behind does not feel the size of the weights', () => {
  for (const design of ['batchNorm', 'layerNorm'] as const) {
    const settings = { design, depth: 8, activation: 'tanh' } as const
    const [one] = run(settings)
    const [three] = run({ ...settings, weightScale: 3 })
    const ratio = (record = one) =>
      (record?.deltaNorm[0] as number) / (record?.deltaNorm.at(-1) as number)
    // But for the output layer, whose larger weights change the δ that comes in.
    expect(Math.abs(ratio(three) / ratio(one) - 1)).toBeLessThan(0.2)
    three?.size.forEach((size, l) => {
      expect(size / (one?.size[l] as number)).toBeCloseTo(1, 3)
    })
  }
})

test('pictures that differ in one direction only are seen to', () => {
  const [record] = run({ design: 'scaled', depth: 3, width: 12, batchSize: 2, activation: 'tanh' })
  for (const count of record?.directions ?? []) expect(count).toBeCloseTo(1, 9)
})

test('any settings: numbers, or a last record that says where they ran out', () => {
  const configs = arbitraryConfig<SkipConnectionsConfig>(skipConnections.parameters).map(
    (config) => ({
      ...config,
      depth: 1 + (config.depth % 6),
      width: 2 + (config.width % 7),
      batchSize: 1 + (config.batchSize % 20),
      steps: config.steps % 6,
    }),
  )
  fc.assert(
    fc.property(configs, (config) => {
      const records = run(config)
      records.forEach(({ loss, divergedQuantity }, i) => {
        if (divergedQuantity === undefined) expect(Number.isFinite(loss)).toBe(true)
        else expect(i).toBe(records.length - 1)
      })
    }),
    { seed: 1, numRuns: 60 },
  )
})
