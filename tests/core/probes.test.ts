import { expect, test } from 'vitest'
import { activations } from '../../src/core/activations/index.ts'
import { initializers } from '../../src/core/initializers/index.ts'
import { parameter } from '../../src/core/layers/layer.ts'
import { losses } from '../../src/core/losses/index.ts'
import { DenseNetwork, finish, initialize } from '../../src/core/network.ts'
import {
  activationMoments,
  deadFraction,
  deltaNorm,
  divergence,
  layerStatistics,
  norm,
  saturatedFraction,
  UpdateRatios,
} from '../../src/core/probes/index.ts'
import { stream } from '../../src/core/random.ts'

const [batch, inputs, outputs] = [6, 4, 3]

function makeNetwork(activation: keyof typeof activations, gain = 1) {
  const network = new DenseNetwork({
    inputs,
    hidden: [5, 5],
    outputs,
    activation: activations[activation],
    loss: losses.crossEntropy,
    batch,
  })
  initialize(network, initializers.fanIn, { gain, biasDeviation: 1, seed: 4 })
  return network
}

const draws = stream(4, 'data')
const x = Float64Array.from({ length: batch * inputs }, () => draws.normal())
const y = Float64Array.from({ length: batch * outputs }, (_, i) =>
  Number(i % outputs === Math.floor(i / outputs) % outputs),
)

test("deltaNorm is the root mean square of single examples' δ", () => {
  const network = makeNetwork('tanh')
  finish(network.propagate(x, y, batch))
  const together = network.layers.map(deltaNorm)
  const squares = network.layers.map(() => 0)
  for (let row = 0; row < batch; row++) {
    const example = x.slice(row * inputs, (row + 1) * inputs)
    finish(network.propagate(example, y.slice(row * outputs, (row + 1) * outputs), 1))
    network.layers.forEach(({ delta, fanOut }, l) => {
      const one = norm(delta.slice(0, fanOut))
      squares[l] = (squares[l] as number) + one * one
    })
  }
  together.forEach((value, l) => {
    expect(value).toBeCloseTo(Math.sqrt((squares[l] as number) / batch), 14)
  })
})

test('activationMoments are mean and deviation over units and batch, of the last batch only', () => {
  const network = makeNetwork('tanh')
  finish(network.propagate(x, y, 3))
  for (const layer of network.layers) {
    const values = [...layer.activation.subarray(0, 3 * layer.fanOut)]
    const mean = values.reduce((sum, a) => sum + a, 0) / values.length
    const variance = values.reduce((sum, a) => sum + (a - mean) ** 2, 0) / values.length
    expect(activationMoments(layer).mean).toBeCloseTo(mean, 15)
    expect(activationMoments(layer).deviation).toBeCloseTo(Math.sqrt(variance), 14)
  }
})

test('saturatedFraction counts slopes below a tenth of the steepest', () => {
  const network = makeNetwork('sigmoid', 6)
  finish(network.propagate(x, y, batch))
  const [layer] = network.layers
  // σ' < 1/40 where |z| > 3.6631, the root of σ(z)σ(−z) = 1/40
  const beyond = layer?.preActivation.filter((z) => Math.abs(z) > 3.6631).length ?? 0
  expect(beyond).toBeGreaterThan(0)
  expect(layer && saturatedFraction(layer)).toBe(beyond / (batch * 5))
})

test('deadFraction counts units that are off for every example', () => {
  const network = makeNetwork('relu')
  const [layer] = network.layers
  layer?.bias.value.set([-100, 100, -100, 100, 100])
  finish(network.propagate(x, y, batch))
  expect(layer && deadFraction(layer)).toBe(2 / 5)
})

test('UpdateRatios reads ‖Δθ‖/‖θ‖ against the parameter before', () => {
  const p = parameter('p', [2])
  p.value.set([3, 4])
  const ratios = new UpdateRatios([p])
  ratios.mark()
  p.value.set([3, 4.5])
  expect(ratios.read()).toEqual([0.1])
  ratios.mark()
  expect(ratios.read()).toEqual([0])
})

test('divergence names the first quantity that left the finite numbers', () => {
  const network = makeNetwork('tanh')
  const loss = finish(network.propagate(x, y, batch))
  const sound = layerStatistics(network.layers)
  const bad = [1, Number.NaN, Number.POSITIVE_INFINITY]
  expect(divergence(sound, loss)).toBeUndefined()
  expect(divergence({ ...sound, activationDeviation: bad }, Number.NaN)).toEqual({
    layer: 1,
    quantity: 'activation',
  })
  expect(divergence({ ...sound, deltaNorm: bad }, Number.NaN)).toEqual({
    layer: 2,
    quantity: 'loss',
  })
  // Backward goes from the output, so the last bad layer is the first in time.
  expect(divergence({ ...sound, deltaNorm: bad }, loss)).toEqual({ layer: 2, quantity: 'delta' })
  expect(divergence({ ...sound, weightGradientNorm: bad }, loss)).toEqual({
    layer: 2,
    quantity: 'weightGradient',
  })
})
