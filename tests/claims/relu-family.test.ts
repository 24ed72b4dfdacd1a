/** What the chapter on the ReLU family says in formulas and from the papers, checked against the core. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { activations } from '../../src/core/activations/index.ts'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import type { NamedParameter } from '../../src/experiment/experiment.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { activationRace } from '../../src/experiments/activation-race/index.ts'
import { bornDead } from '../../src/experiments/born-dead/index.ts'
import { dyingRelu } from '../../src/experiments/dying-relu/index.ts'

const { sigmoid, tanh, softplus, gelu, silu } = activations
const points = Array.from({ length: 401 }, (_, i) => (i - 200) / 20)

test('C34: tanh(z) = 2σ(2z) − 1, and strictly between its ends', () => {
  for (const z of points) {
    expect(tanh.value(z)).toBeCloseTo(2 * sigmoid.value(2 * z) - 1, 14)
    expect(tanh.derivative(z)).toBeCloseTo(4 * sigmoid.derivative(2 * z), 14)
    expect(Math.abs(tanh.value(z))).toBeLessThan(1)
  }
})

test('C35: tanh is the steeper one up to |z| = 1.66289 and the flatter one beyond', () => {
  for (const z of points)
    expect(tanh.derivative(z) > sigmoid.derivative(z)).toBe(Math.abs(z) < 1.66289)
  const ratio = sigmoid.derivative(12) / tanh.derivative(12)
  expect(ratio / (Math.exp(12) / 4)).toBeCloseTo(1, 4)
})

test('C36: the slope of softplus is the sigmoid', () => {
  const h = 1e-5
  for (const z of points) {
    const slope = (softplus.value(z + h) - softplus.value(z - h)) / (2 * h)
    expect(slope).toBeCloseTo(sigmoid.value(z), 9)
  }
})

test('GELU and SiLU halve what is small', () => {
  expect([gelu.derivative(0), silu.derivative(0)]).toEqual([0.5, 0.5])
})

describe('born dead, 2,000 networks of ten layers, within three standard errors', () => {
  test.each([
    [2, 0.944],
    [4, 0.476],
  ])('%d units a layer: %d', (width, expected) => {
    const config = { ...defaults(bornDead.parameters), width, depth: 10, networks: 2000 }
    const record = [...bornDead.run(config, {})].find((one) => one !== undefined)
    const error = Math.sqrt((expected * (1 - expected)) / 2000)
    expect(Math.abs((record?.counted[9] as number) - expected)).toBeLessThan(3 * error)
    expect(record?.predicted[9]?.toFixed(3)).toBe(expected.toFixed(3))
  })
})

test('C07: the row of W of a dead unit of the first layer does not move by one bit', () => {
  const config = {
    ...defaults(dyingRelu.parameters),
    ...{ depth: 1, width: 16, examples: 60, largeRate: 8, largeSteps: 2, steps: 2 },
  }
  const data = { digits: unpackDigits(packed) }
  const after = (steps: number) => {
    let end: readonly NamedParameter[] = []
    const observer = {
      parameters: (when: string, parameters: readonly NamedParameter[]) => {
        if (when === 'final') end = parameters
      },
    }
    const records = [...dyingRelu.run({ ...config, steps }, data, observer)]
    const last = records.filter((record) => record !== undefined).at(-1)
    return { weight: end[0]?.values ?? [], bias: end[1]?.values ?? [], last }
  }
  const [early, late] = [after(3), after(30)]
  const still = early.bias.flatMap((b, unit) => (b === late.bias[unit] ? [unit] : []))
  expect(still.length).toBeGreaterThan(0)
  expect(still).toHaveLength(16 * (late.last?.deadShare[0] as number))
  for (const unit of still) {
    const row = (values: readonly number[]) => values.slice(64 * unit, 64 * unit + 64)
    expect(row(late.weight)).toEqual(row(early.weight))
  }
})

describe('what the chapter says of other seeds and of starts that its figures do not show', () => {
  const data = { digits: unpackDigits(packed) }

  test.each([
    ['prelu', 2],
    ['elu', 5],
  ] as const)(
    'after two large steps %s diverges with weight seed %d, where ReLU survives',
    (activation, weightSeed) => {
      const figure = { depth: 4, width: 32, largeRate: 1.5, largeSteps: 2, learningRate: 0.1 }
      const diverged = (id: 'prelu' | 'elu' | 'relu') => {
        const config = { ...defaults(dyingRelu.parameters), ...figure, steps: 60 }
        const records = [...dyingRelu.run({ ...config, activation: id, weightSeed }, data)]
        return records.some((record) => record?.divergedQuantity !== undefined)
      }
      expect(diverged(activation)).toBe(true)
      expect(diverged('relu')).toBe(false)
    },
  )

  test.each(['gelu', 'silu'] as const)(
    'with He’s weights the signal dwindles under %s',
    (activation) => {
      for (const weightSeed of [1, 2, 3]) {
        const start = { activation, start: 'heNormal', depth: 12, steps: 0, weightSeed } as const
        const config = { ...defaults(activationRace.parameters), ...start }
        const records = [...activationRace.run(config, data)].filter((one) => one !== undefined)
        expect(activationRace.measures['weakening']?.(records, config)).toBeGreaterThan(1.5)
      }
    },
  )
})
