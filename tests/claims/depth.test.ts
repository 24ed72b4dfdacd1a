/** What the chapter on depth types as mathematics, and the answers of its exercises where a widget runs them. */
import { expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { percentile } from '../../src/experiment/band.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { decisionBoundary } from '../../src/experiments/decision-boundary/index.ts'
import { depthWidth } from '../../src/experiments/depth-width/index.ts'
import { linearPieces } from '../../src/experiments/linear-pieces/index.ts'

const corners = [
  [1, 1, 1],
  [-1, -1, 1],
  [1, -1, 2],
  [-1, 1, 2],
] as const

test('C42: no line is right about all four points of XOR, and three are the most', () => {
  const grid = Array.from({ length: 41 }, (_, i) => (i - 20) / 10)
  const rightOf = (v: number, w: number, b: number) =>
    corners.filter(([x, y, label]) => v * x + w * y + b > 0 === (label === 2)).length
  const counts = grid.flatMap((v) => grid.flatMap((w) => grid.map((b) => rightOf(v, w, b))))
  expect(Math.max(...counts)).toBe(3)
})

test('C42: |x₁ + x₂| is 2 where the signs agree and 0 where they differ', () => {
  for (const [x, y, label] of corners)
    expect(Math.max(0, x + y) + Math.max(0, -x - y)).toBe(label === 1 ? 2 : 0)
})

test('the losses of guessing among two and among ten', () => {
  expect(Math.log(2).toFixed(3)).toBe('0.693')
  expect(Math.log(10).toFixed(3)).toBe('2.303')
})

test('two tanh units: one start solves XOR, another stays near 0.5 with a quarter wrong', () => {
  const end = (change: object) => {
    const config = { ...defaults(decisionBoundary.parameters), recordEvery: 100, ...change }
    return [...decisionBoundary.run(config, {})].filter((one) => one !== undefined).at(-1)
  }
  const stuck = end({ width: 2, weightSeed: 2, steps: 1000 })
  expect(stuck?.loss).toBeGreaterThan(0.45)
  expect(stuck?.error).toBeCloseTo(0.25, 2)
  expect(end({ width: 2, weightSeed: 1, steps: 1000 })?.loss).toBeLessThan(0.01)
  for (let weightSeed = 1; weightSeed <= 12; weightSeed++)
    expect(end({ width: 4, weightSeed })?.error).toBe(0)
})

test('ten folds: 61 parameters, 1,024 pieces, against 21 in one layer', () => {
  const config = { ...defaults(linearPieces.parameters), depth: 10 }
  const record = [...linearPieces.run(config, {})].find((one) => one !== undefined)
  const last = [record?.parameters, record?.pieces, record?.oneLayer].map((list) => list?.at(-1))
  expect(last).toEqual([61, 1024, 21])
})

test('eight layers that know 25 digits by heart are surer, and worse, than a guess about others', () => {
  const config = {
    ...defaults(depthWidth.parameters),
    ...{ across: 'sizes' as const, depth: 8 },
  }
  const data = { digits: unpackDigits(packed) }
  const records = [...depthWidth.run(config, data)].filter((one) => one?.examples === 25)
  expect(records).toHaveLength(3)
  for (const record of records) {
    expect(record?.trainError).toBe(0)
    expect(record?.testError).toBeGreaterThan(0.5)
    expect(record?.testLoss).toBeGreaterThan(2 * Math.LN10)
  }
  expect(
    percentile(
      records.map((record) => record?.testLoss ?? 0),
      50,
    ),
  ).toBeGreaterThan(7)
})

test('twelve tanh layers with Xavier’s weights read new digits worse than ReLU’s 37 %', () => {
  const config = {
    ...defaults(depthWidth.parameters),
    ...{ activation: 'tanh' as const, initializer: 'xavierNormal' as const },
  }
  const records = [...depthWidth.run(config, { digits: unpackDigits(packed) })]
  const errors = records.flatMap((one) => (one?.depth === 12 ? [one.testError] : []))
  expect(errors).toHaveLength(3)
  expect(percentile(errors, 50)).toBeGreaterThan(0.43)
})
