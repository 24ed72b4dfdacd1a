import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { linearCollapse } from '../../src/experiments/linear-collapse/index.ts'
import type { LinearCollapseConfig } from '../../src/experiments/linear-collapse/record.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

function run(config: Partial<LinearCollapseConfig>) {
  const full = { ...defaults(linearCollapse.parameters), ...config }
  const record = [...linearCollapse.run(full, {})].find((one) => one !== undefined)
  if (!record) throw new Error('expected a record')
  return record
}

/** W x + b with the numbers that stand row by row from `at` on. */
const layer = (w: readonly number[], b: readonly number[], l: number, x: readonly number[]) =>
  x.map((_, j) => {
    const row = w.slice((l * x.length + j) * x.length, (l * x.length + j + 1) * x.length)
    return row.reduce((sum, weight, k) => sum + weight * (x[k] as number), b[l * x.length + j] ?? 0)
  })

test('the network is its layers, one after the other, and only hidden ones bend', () => {
  const input = [1, -0.5, 2, 0.3]
  for (const [activation, bend] of [
    ['identity', (z: number) => z],
    ['relu', (z: number) => Math.max(0, z)],
    ['tanh', Math.tanh],
  ] as const) {
    const { weights, biases, output } = run({ input, activation, depth: 2 })
    const hidden = layer(weights, biases, 0, input).map(bend)
    const deeper = layer(weights, biases, 1, hidden).map(bend)
    layer(weights, biases, 2, deeper).forEach((expected, j) => {
      expect(output[j]).toBeCloseTo(expected, 12)
    })
  }
})

test('columns of M are what the linear network makes of unit vectors, without its bias c', () => {
  const bias = { biasScale: 0.7, depth: 3 }
  const { matrix, constant } = run({ ...bias, input: [0, 0, 0] })
  const unit = (k: number) => [0, 1, 2].map((j) => Number(j === k))
  expect(run({ ...bias, input: [0, 0, 0] }).output).toEqual(constant)
  for (let k = 0; k < 3; k++) {
    run({ ...bias, input: unit(k) }).output.forEach((a, j) => {
      expect(a - (constant[j] as number)).toBeCloseTo(matrix[j * 3 + k] as number, 12)
    })
  }
})

test('M and c do not depend on the activation', () => {
  const [{ matrix, constant }, bent] = [run({}), run({ activation: 'tanh' })]
  expect(bent.matrix).toEqual(matrix)
  expect(bent.constant).toEqual(constant)
})

test('without bends any network is one matrix and one bias, to rounding', () => {
  fc.assert(
    fc.property(arbitraryConfig(linearCollapse.parameters), (config) => {
      // Very small weights leave so little of the input beside the bias that mostly rounding is compared.
      const weightScale = Math.max(0.5, config.weightScale)
      const record = run({ ...config, weightScale, activation: 'identity' })
      expect(record.difference).toBeLessThan(1e-11)
      expect(record.bend).toBeLessThan(1e-11)
      record.outputs.forEach((a, i) => {
        const size = Math.max(1, Math.abs(a))
        expect(Math.abs(a - (record.straight[i] as number)) / size).toBeLessThan(1e-10)
      })
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('with bends hardly any is: 50 seeds each', () => {
  const bends = (activation: LinearCollapseConfig['activation']) =>
    Array.from({ length: 50 }, (_, weightSeed) => run({ activation, weightSeed }).bend)
  for (const activation of ['tanh', 'sigmoid'] as const)
    for (const bend of bends(activation)) expect(bend).toBeGreaterThan(0.1)
  // A ReLU network of three units a layer may be dead, and then it is a constant.
  const alive = bends('relu').filter((bend) => bend > 0)
  expect(alive.length).toBeGreaterThan(35)
  for (const bend of alive) expect(bend).toBeGreaterThan(0.01)
})

test('no configuration gives anything but finite numbers', () => {
  fc.assert(
    fc.property(arbitraryConfig(linearCollapse.parameters), (config) => {
      expect(Object.values(run(config)).flat().every(Number.isFinite)).toBe(true)
    }),
    { seed: 2, numRuns: 200 },
  )
})
