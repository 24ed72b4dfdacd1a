import { describe, expect, test } from 'vitest'
import { type Initializer, initializers } from '../../src/core/initializers/index.ts'
import { stream } from '../../src/core/random.ts'

function fill(initializer: Initializer, fanIn: number, fanOut: number, gain: number, seed = 1) {
  const weight = new Float64Array(fanIn * fanOut)
  initializer.fill(weight, fanIn, fanOut, gain, stream(seed, 'weights'))
  return weight
}

const [fanIn, fanOut, gain] = [200, 300, 1.7]
/** The formulas once more, as the papers have them. */
const variances: Partial<Record<keyof typeof initializers, number>> = {
  normal: gain ** 2,
  fanIn: gain ** 2 / fanIn,
  xavierUniform: (gain ** 2 * 2) / (fanIn + fanOut),
  xavierNormal: (gain ** 2 * 2) / (fanIn + fanOut),
  heUniform: (gain ** 2 * 2) / fanIn,
  heNormal: (gain ** 2 * 2) / fanIn,
  orthogonal: gain ** 2 / Math.max(fanIn, fanOut),
}

describe.each(Object.entries(variances))('%s', (id, variance) => {
  const initializer: Initializer = initializers[id as keyof typeof initializers]
  const weight = fill(initializer, fanIn, fanOut, gain)
  const count = weight.length

  test('has mean 0, within four standard errors', () => {
    const mean = weight.reduce((sum, w) => sum + w, 0) / count
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / count))
  })

  test('has the variance of its formula', () => {
    const square = weight.reduce((sum, w) => sum + w * w, 0) / count
    // A normal's squared draws deviate by √2 σ²; uniform and orthogonal ones by less.
    expect(Math.abs(square / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
  })

  test('says its deviation to theory', () => {
    expect(initializer.deviation(fanIn, fanOut, gain)).toBeCloseTo(Math.sqrt(variance), 14)
  })

  test('is called by its key, scales with gain and repeats with its seed', () => {
    expect(initializer.id).toBe(id)
    expect(fill(initializer, fanIn, fanOut, 2 * gain)).toEqual(weight.map((w) => 2 * w))
    expect(fill(initializer, fanIn, fanOut, gain, 2)).not.toEqual(weight)
  })
})

test.each([
  ['xavierUniform', Math.sqrt(6 / (fanIn + fanOut))],
  ['heUniform', Math.sqrt(6 / fanIn)],
] as const)('%s fills its whole range and never leaves it', (id, bound) => {
  const weight = fill(initializers[id], fanIn, fanOut, gain)
  const largest = weight.reduce((most, w) => Math.max(most, Math.abs(w)), 0)
  expect(largest).toBeLessThanOrEqual(gain * bound * (1 + 1e-15))
  expect(largest).toBeGreaterThan(0.999 * gain * bound)
})

test('normal initialisers are not cut off: one draw in 740 is beyond three deviations', () => {
  const weight = fill(initializers.heNormal, fanIn, fanOut, 1)
  const limit = 3 * Math.sqrt(2 / fanIn)
  const share = weight.filter((w) => Math.abs(w) > limit).length / weight.length
  expect(share).toBeGreaterThan(0.0022)
  expect(share).toBeLessThan(0.0032)
})

test.each([
  ['wide', 40, 15],
  ['tall', 15, 40],
  ['square', 30, 30],
])('a %s orthogonal matrix has orthogonal rows or columns to 1e-12', (_, fanIn, fanOut) => {
  const weight = fill(initializers.orthogonal, fanIn, fanOut, gain)
  const at = (row: number, column: number) => weight[row * fanIn + column] as number
  const [count, length] = [Math.min(fanIn, fanOut), Math.max(fanIn, fanOut)]
  const entry = (vector: number, k: number) => (fanOut <= fanIn ? at(vector, k) : at(k, vector))
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      let product = 0
      for (let k = 0; k < length; k++) product += entry(i, k) * entry(j, k)
      expect(Math.abs(product - (i === j ? gain ** 2 : 0))).toBeLessThan(1e-12)
    }
})

test('constant is its gain everywhere', () => {
  expect([...fill(initializers.constant, 2, 2, 0.3)]).toEqual([0.3, 0.3, 0.3, 0.3])
  expect(initializers.constant.deviation(2, 2, 0.3)).toBe(0)
})
