import { expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import type { NamedParameter } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { saturatedLayer } from '../../src/experiments/saturated-layer/index.ts'

const data = { digits: unpackDigits(packed) }
const config = { ...defaults(saturatedLayer.parameters), examples: 50, steps: 5, width: 6 }

function run() {
  const seen: Record<string, readonly NamedParameter[]> = {}
  const observer = {
    parameters(when: string, parameters: readonly NamedParameter[]) {
      seen[when] = parameters
    },
  }
  const records = [...saturatedLayer.run(config, data, observer)].filter((r) => r !== undefined)
  return { records, seen }
}

test('a row has moved by the distance between its first and its last weights', () => {
  const { records, seen } = run()
  const [before, after] = [seen['initial']?.[0]?.values ?? [], seen['final']?.[0]?.values ?? []]
  expect(records).toHaveLength(6)
  expect(records[0]?.moved).toEqual([0, 0, 0, 0, 0, 0])
  records.at(-1)?.moved.forEach((moved, unit) => {
    const row = [unit * 64, (unit + 1) * 64] as const
    const change = after.slice(...row).map((w, k) => w - (before.slice(...row)[k] ?? 0))
    expect(moved).toBeGreaterThan(0)
    expect(moved).toBeCloseTo(Math.hypot(...change), 12)
  })
})

test('steepness and saturation are those of the first weights, unit by unit', () => {
  const { records, seen } = run()
  const { pixels } = data.digits
  const weights = seen['initial']?.[0]?.values ?? []
  const slopes = Array.from({ length: config.examples }, (_, i) => i)
  // Data seed 0 takes the first digits of the file; with another they would have to be drawn again here.
  const first = [...saturatedLayer.run({ ...config, dataSeed: 0 }, data)].find((r) => r)
  records[0]?.steepness.forEach((_, unit) => {
    const shares = slopes.map((i) => {
      let z = 0
      for (let k = 0; k < 64; k++)
        z += ((pixels[i * 64 + k] ?? 0) / 16) * (weights[unit * 64 + k] ?? 0)
      return 4 / (1 + Math.exp(-z)) / (1 + Math.exp(z))
    })
    const mean = shares.reduce((total, share) => total + share, 0) / shares.length
    expect(first?.steepness[unit]).toBeCloseTo(mean, 12)
    const flat = shares.filter((share) => share < 0.1).length / shares.length
    expect(first?.saturated[unit]).toBeCloseTo(flat, 12)
  })
})

test('with large first weights the steepest third moves farthest, whichever weights are drawn', () => {
  const figure = { ...config, ...{ width: 30, weightScale: 3, examples: 300, steps: 300 } }
  for (let weightSeed = 1; weightSeed <= 8; weightSeed++) {
    const run = [...saturatedLayer.run({ ...figure, weightSeed }, data)]
    const records = run.filter((record) => record !== undefined)
    expect(saturatedLayer.measures['advantage']?.(records, figure)).toBeGreaterThan(1.5)
  }
}, 60_000)
