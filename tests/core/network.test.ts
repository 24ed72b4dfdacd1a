import { describe, expect, test } from 'vitest'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { initializers } from '../../src/core/initializers/index.ts'
import { type LossId, losses } from '../../src/core/losses/index.ts'
import { DenseNetwork, finish, initialize } from '../../src/core/network.ts'
import { stream } from '../../src/core/random.ts'
import { centralDifferences } from './central-differences.ts'
import { relativeError } from './relative-error.ts'

const [batch, inputs, outputs] = [5, 4, 3]
const kinked = new Set<ActivationId>(['relu', 'leakyRelu', 'prelu', 'elu'])

function makeNetwork(activation: ActivationId, loss: LossId, hidden: number[], seed: number) {
  const network = new DenseNetwork({
    inputs,
    hidden,
    outputs,
    activation: activations[activation],
    loss: losses[loss],
    batch,
  })
  initialize(network, initializers.fanIn, { gain: 1.5, biasDeviation: 0.5, seed })
  const draws = stream(seed, 'data')
  const x = Float64Array.from({ length: batch * inputs }, () => draws.normal())
  const y = new Float64Array(batch * outputs)
  for (let row = 0; row < batch; row++) y[row * outputs + (row % outputs)] = 1
  return { network, run: () => finish(network.propagate(x, y, batch)) }
}

/** The first seed whose pre-activations all keep away from 0, where a difference would straddle a kink. */
function awayFromKinks(activation: ActivationId, loss: LossId, hidden: number[]) {
  for (let seed = 1; ; seed++) {
    const made = makeNetwork(activation, loss, hidden, seed)
    made.run()
    const near = made.network.layers.some(({ preActivation }) =>
      preActivation.some((z) => Math.abs(z) < 1e-3),
    )
    if (!near || !kinked.has(activation)) return made
  }
}

const shapes = { 'no hidden layer': [], one: [7], three: [6, 5, 4] } as const
const cases = Object.keys(activations).flatMap((activation) =>
  Object.keys(losses).flatMap((loss) =>
    Object.keys(shapes).map(
      (shape) => [activation, loss, shape] as [ActivationId, LossId, keyof typeof shapes],
    ),
  ),
)

test.each(cases)('gradient check: %s, %s, hidden layers: %s', (activation, loss, shape) => {
  const { network, run } = awayFromKinks(activation, loss, [...shapes[shape]])
  run()
  const gradients = network.parameters.map(({ grad }) => grad.slice())
  network.parameters.forEach(({ value }, i) => {
    const numeric = centralDifferences(run, value, 1e-5)
    expect(relativeError(gradients[i] as Float64Array, numeric)).toBeLessThan(1e-6)
  })
})

describe('parameters', () => {
  const { network } = makeNetwork('prelu', 'crossEntropy', [6, 5], 1)

  test('are named and shaped as in a state_dict', () => {
    expect(network.parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['layers.0.weight', [6, 4]],
      ['layers.0.bias', [6]],
      ['layers.0.slope', [1]],
      ['layers.1.weight', [5, 6]],
      ['layers.1.bias', [5]],
      ['layers.1.slope', [1]],
      ['layers.2.weight', [3, 5]],
      ['layers.2.bias', [3]],
    ])
  })

  test("PReLU's slopes start at 0.25", () => {
    const slopes = network.parameters.filter(({ name }) => name.endsWith('slope'))
    expect(slopes.map(({ value }) => [...value])).toEqual([[0.25], [0.25]])
  })

  test('biases are zero unless they are given a deviation', () => {
    const { network: plain } = makeNetwork('tanh', 'crossEntropy', [6], 1)
    plain.layers.forEach(({ bias }) => {
      bias.value.fill(0)
    })
    initialize(plain, initializers.fanIn, { gain: 1, biasDeviation: 0, seed: 1 })
    expect(plain.layers.every(({ bias }) => bias.value.every((b) => b === 0))).toBe(true)
  })
})

test('a deeper network has the same first layers', () => {
  const { network: shallow } = makeNetwork('tanh', 'crossEntropy', [6, 6], 7)
  const { network: deep } = makeNetwork('tanh', 'crossEntropy', [6, 6, 6, 6], 7)
  for (const layer of [0, 1]) {
    expect(deep.layers[layer]?.weight.value).toEqual(shallow.layers[layer]?.weight.value)
    expect(deep.layers[layer]?.bias.value).toEqual(shallow.layers[layer]?.bias.value)
  }
  expect(deep.layers[2]?.weight.value).not.toEqual(deep.layers[1]?.weight.value)
})

test('changing the deviation of the biases leaves the weights alone', () => {
  const { network } = makeNetwork('tanh', 'crossEntropy', [6], 7)
  const before = network.layers.map(({ weight }) => weight.value.slice())
  initialize(network, initializers.fanIn, { gain: 1.5, biasDeviation: 2, seed: 7 })
  expect(network.layers.map(({ weight }) => weight.value)).toEqual(before)
})

test('running twice overwrites the gradients and does not add to them', () => {
  const { network, run } = makeNetwork('prelu', 'crossEntropy', [6, 5], 3)
  const loss = run()
  const first = network.parameters.map(({ grad }) => grad.slice())
  expect(run()).toBe(loss)
  expect(network.parameters.map(({ grad }) => grad)).toEqual(first)
})

test('a pass pauses after every large layer, on the way there and back', () => {
  expect(pausesOf([700, 700], 1)).toBe(2)
})

test('passes of a small network pause once in a while', () => {
  const passes = 1000
  const pauses = pausesOf([6, 5], passes)
  expect(pauses).toBeGreaterThan(0)
  expect(pauses).toBeLessThan(passes)
})

function pausesOf(hidden: number[], passes: number): number {
  const { network } = makeNetwork('tanh', 'crossEntropy', hidden, 3)
  const [x, y] = [new Float64Array(batch * inputs), new Float64Array(batch * outputs)]
  let pauses = 0
  for (let pass = 0; pass < passes; pass++) {
    const steps = network.propagate(x, y, batch)
    while (!steps.next().done) pauses++
  }
  return pauses
}
