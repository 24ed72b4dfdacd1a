import { describe, expect, test } from 'vitest'
import type { NamedParameter } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { learningRateScan, scannedRates } from '../../src/experiments/learning-rate-scan/index.ts'
import { lossDuel } from '../../src/experiments/loss-duel/index.ts'
import type { LossDuelConfig } from '../../src/experiments/loss-duel/record.ts'
import { lossSlope } from '../../src/experiments/loss-slope/index.ts'

const small = {
  ...defaults(lossDuel.parameters),
  depth: 2,
  width: 6,
  examples: 40,
  batchSize: 20,
  steps: 5,
}
const run = (config: Partial<LossDuelConfig>) => runToEnd(lossDuel, { ...small, ...config })

describe('a loss duel', () => {
  test('starts both losses from the same weights, data and batches', async () => {
    const seen: { weights: (readonly NamedParameter[])[]; rows: (readonly number[])[] } = {
      weights: [],
      rows: [],
    }
    const errors: number[] = []
    for (const loss of ['binaryCrossEntropy', 'meanSquaredError'] as const) {
      const { records } = await runToEnd(
        lossDuel,
        { ...small, loss },
        {
          parameters: (when, list) => when === 'initial' && seen.weights.push(list),
          batch: (rows) => seen.rows.push(rows),
        },
      )
      errors.push(records[0]?.outputError ?? 0)
    }
    expect(seen.weights[0]).toEqual(seen.weights[1])
    expect(seen.rows.slice(0, 6)).toEqual(seen.rows.slice(6))
    expect(errors[0]).toBeGreaterThan(0)
    expect(errors[0]).toBe(errors[1])
  })

  test('has δ = a − y at the output under cross-entropy, at every step', async () => {
    const { records } = await run({ loss: 'binaryCrossEntropy', initializer: 'normal' })
    expect(records).toHaveLength(6)
    for (const { deltaNorm, outputError } of records) {
      expect(deltaNorm.at(-1)).toBeCloseTo(outputError, 12)
    }
  })

  test('has at most a quarter of a − y there under squared error', async () => {
    const { records } = await run({ loss: 'meanSquaredError', initializer: 'normal' })
    for (const { deltaNorm, outputError } of records) {
      expect(deltaNorm.at(-1)).toBeLessThan(outputError / 4)
    }
  })

  test('heeds the learning rate of its own loss and not the other', async () => {
    const loss = 'meanSquaredError'
    const base = await run({ loss })
    expect((await run({ loss, learningRateCrossEntropy: 7 })).fingerprint).toBe(base.fingerprint)
    expect((await run({ loss, learningRateMeanSquaredError: 7 })).fingerprint).not.toBe(
      base.fingerprint,
    )
  })

  test('that leaves the finite numbers ends with a record that says where', async () => {
    const { records } = await run({
      activation: 'relu',
      weightScale: 50,
      depth: 12,
      width: 128,
      initializer: 'normal',
      learningRateCrossEntropy: 100,
      steps: 200,
    })
    const last = records.at(-1)
    expect(last?.divergedQuantity).toBeDefined()
    expect(last?.divergedLayer).toBeGreaterThanOrEqual(0)
    expect(last?.step).toBeLessThan(200)
  })
})

test('a scan gives the last record of the duel at each rate', async () => {
  const { learningRateCrossEntropy, learningRateMeanSquaredError, recordEvery, ...shared } = small
  const { records } = await runToEnd(learningRateScan, shared)
  expect(records.map(({ learningRate }) => learningRate)).toEqual(scannedRates)
  const [first] = records
  const duel = await run({ learningRateCrossEntropy: scannedRates[0] ?? 0 })
  expect(first?.loss).toBe(duel.records.at(-1)?.loss)
  expect(first?.error).toBe(duel.records.at(-1)?.error)
})

describe('the slope of a loss', () => {
  const settings = ['binaryCrossEntropy', 'meanSquaredError'].flatMap((loss) =>
    [-6, -0.5, 3.7].flatMap((z) => [0, 0.3, 1].map((target) => ({ loss, z, target }) as const)),
  )

  test.each(settings)('is its difference quotient: $loss, z = $z, y = $target', async (given) => {
    const { records } = await runToEnd(lossSlope, given as never)
    const { pointDelta = 0, pointProbedDelta = 1 } = records[0] ?? {}
    expect(Math.abs(pointDelta / pointProbedDelta - 1)).toBeLessThan(1e-6)
  })

  test('is the error itself for cross-entropy, everywhere on the curve', async () => {
    const { records } = await runToEnd(lossSlope, { loss: 'binaryCrossEntropy', target: 1, z: 0 })
    const { z = [], delta = [] } = records[0] ?? {}
    expect(z).toHaveLength(161)
    z.forEach((x, i) => {
      expect(delta[i]).toBeCloseTo(1 / (1 + Math.exp(-x)) - 1, 12)
    })
  })
})
