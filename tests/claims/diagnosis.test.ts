/** What the chapter on diagnosis says of its practice runs and of other runs, over several seeds. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { diagnose } from '../../src/diagnosis/verdict.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { practiceRun } from '../../src/experiments/practice-run/index.ts'
import { logOf } from '../../src/experiments/practice-run/log.ts'

const data = { digits: unpackDigits(packed) }

describe('each practice run gets its verdict, with seeds that its figure does not show too', () => {
  test.each([
    ['a', 'saturated'],
    ['b', 'exploding'],
    ['c', 'dead'],
    ['d', 'wrongScale'],
    ['e', 'tooFast'],
    ['f', 'healthy'],
    ['g', 'vanishing'],
  ] as const)(
    'run %s: %s',
    (letter, verdict) => {
      for (const seed of [1, 2, 3]) {
        const config = { letter, steps: 120, seed }
        const records = [...practiceRun.run(config, data)].filter((one) => one !== undefined)
        expect(diagnose(logOf(records)).run.verdict, `seed ${seed}`).toBe(verdict)
      }
    },
    60_000,
  )
})

const start = (config: object) => {
  const all = { ...defaults(gradientFlow.parameters), steps: 0, ...config }
  return [...gradientFlow.run(all, data)].filter((one) => one !== undefined)
}

test('‖∂C/∂W‖ of one example is |δ| |a|, with the root of the sum of squares of all entries', () => {
  const config = { ...defaults(gradientFlow.parameters), steps: 0, depth: 3, examples: 10 }
  const one = { ...config, batchSize: 1, batchSeed: 3 } as const
  let row = 0
  let inputs: readonly number[] = []
  const observer = {
    data: (all: { values: readonly number[] }) => {
      inputs = all.values
    },
    batch: ([first = 0]: readonly number[]) => {
      row = first
    },
  }
  const [record] = [...gradientFlow.run(one, data, observer)].filter((found) => found !== undefined)
  const pixels = inputs.slice(64 * row, 64 * row + 64)
  const size = Math.sqrt(pixels.reduce((sum, x) => sum + x * x, 0))
  expect(size).toBeGreaterThan(0)
  expect(record?.weightGradientNorm[0]).toBeCloseTo((record?.deltaNorm[0] ?? 0) * size, 12)
})

test('ReLU layers with Xavier’s weights: the weights’ gradients are level, and small', () => {
  const height = (initializer: string, weightSeed: number) => {
    const config = { activation: 'relu', initializer, depth: 20, weightSeed }
    const norms = start(config)[0]?.weightGradientNorm.slice(0, -1) ?? []
    expect(Math.max(...norms) / Math.min(...norms)).toBeLessThan(10)
    return norms[9] as number
  }
  for (const weightSeed of [1, 2, 3, 4, 5]) {
    expect(height('heNormal', weightSeed) / height('xavierNormal', weightSeed)).toBeGreaterThan(100)
  }
})

describe('exercises', () => {
  test.each([
    [3, 30, 70],
    [4, 120, 350],
  ])('%d sigmoid layers: the first is between %d and %d times weaker', (depth, least, most) => {
    for (const weightSeed of [1, 2, 3, 4, 5]) {
      const { weightGradientNorm = [] } = start({ depth, weightSeed })[0] ?? {}
      const weaker = (weightGradientNorm.at(-1) ?? 0) / (weightGradientNorm[0] ?? 0)
      expect(weaker).toBeGreaterThan(least)
      expect(weaker).toBeLessThan(most)
    }
  })

  test('at a hundred times the rate the loss is back at ln 10 after ten steps, and layer 1 stands still', () => {
    for (const weightSeed of [1, 2, 3]) {
      const records = start({ depth: 8, learningRate: 10, steps: 60, weightSeed })
      expect(records[1]?.loss).toBeGreaterThan(5)
      for (const { loss, updateRatio } of records.slice(10, -1)) {
        expect(loss).toBeGreaterThan(2.2)
        expect(loss).toBeLessThan(2.5)
        expect(updateRatio?.[0]).toBeLessThan(2e-6)
      }
    }
  })

  test('weights twice He’s in five layers of weights give logits 32 times as large, and a loss far above ln 10', () => {
    for (const weightSeed of [1, 2, 3, 4, 5]) {
      const net = { activation: 'relu', initializer: 'heNormal', depth: 4, weightSeed }
      expect(start({ ...net, weightScale: 2 })[0]?.loss).toBeGreaterThan(10)
      expect(start(net)[0]?.loss).toBeLessThan(3.5)
    }
  })
})
