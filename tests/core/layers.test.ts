/** Convolution, pooling, normalisation and residual blocks against PyTorch (tests/golden/layers.py) and against differences. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { initializers } from '../../src/core/initializers/index.ts'
import { Conv2d } from '../../src/core/layers/conv2d.ts'
import { Dense } from '../../src/core/layers/dense.ts'
import { type ImageShape, sizeOf } from '../../src/core/layers/image.ts'
import type { Layer } from '../../src/core/layers/layer.ts'
import { BatchNorm, LayerNorm } from '../../src/core/layers/normalization.ts'
import { Pointwise } from '../../src/core/layers/pointwise.ts'
import { AveragePool2d, MaxPool2d } from '../../src/core/layers/pooling.ts'
import { Residual } from '../../src/core/layers/residual.ts'
import { losses } from '../../src/core/losses/index.ts'
import { finish, initialize, Network } from '../../src/core/network.ts'
import { stream } from '../../src/core/random.ts'
import { centralDifferences } from './central-differences.ts'
import { relativeError } from './relative-error.ts'

interface Case {
  readonly name: string
  readonly shape: readonly number[]
  readonly input: readonly number[]
  readonly weighting: readonly number[]
  readonly output: readonly number[]
  readonly gradInput: readonly number[]
  readonly parameters: Readonly<Record<string, readonly number[]>>
  readonly gradients: Readonly<Record<string, readonly number[]>>
}

interface Golden {
  readonly convolutions: readonly (Case & {
    readonly outChannels: number
    readonly kernel: number
    readonly padding: number
    readonly activation: ActivationId
  })[]
  readonly pools: readonly (Case & { readonly kind: 'max' | 'average'; readonly window: number })[]
  readonly norms: readonly (Case & { readonly kind: 'batch' | 'layer' })[]
}

const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/layers.json', import.meta.url), 'utf8'),
)

const imageOf = ([, channels = 0, height = 1, width = 1]: readonly number[]): ImageShape => ({
  channels,
  height,
  width,
})

/** One pass with the case's parameters; the loss is the weighted sum of the outputs. */
function compare(layer: Layer, expected: Case) {
  const [batch = 0] = expected.shape
  for (const { name, value } of layer.parameters) value.set(expected.parameters[lastOf(name)] ?? [])
  const output = layer.forward(Float64Array.from(expected.input), batch)
  expect(relativeError(output, expected.output)).toBeLessThan(1e-10)
  const gradInput = layer.backward(Float64Array.from(expected.weighting))
  expect(relativeError(gradInput, expected.gradInput)).toBeLessThan(1e-10)
  expect(layer.parameters.map(({ name }) => lastOf(name)).sort()).toEqual(
    Object.keys(expected.gradients).sort(),
  )
  for (const { name, grad } of layer.parameters) {
    expect(relativeError(grad, expected.gradients[lastOf(name)] ?? []), name).toBeLessThan(1e-10)
  }
}

const lastOf = (name: string) => name.split('.').at(-1) ?? ''

describe('as PyTorch computes it', () => {
  test.each(golden.convolutions)('$name', ({ activation, ...expected }) => {
    const options = { ...expected, name: 'conv', input: imageOf(expected.shape) }
    const [batch = 0] = expected.shape
    compare(new Conv2d({ ...options, batch, activation: activations[activation] }), expected)
  })

  test.each(golden.pools)('$name', ({ kind, window, ...expected }) => {
    const [batch = 0] = expected.shape
    const options = { input: imageOf(expected.shape), kernel: window, batch }
    compare(kind === 'max' ? new MaxPool2d(options) : new AveragePool2d(options), expected)
  })

  test.each(golden.norms)('$name', ({ kind, ...expected }) => {
    const [batch = 0, channels = 0, height = 1, width = 1] = expected.shape
    const positions = height * width
    const options = { name: 'norm', features: channels * positions, positions, batch }
    compare(kind === 'batch' ? new BatchNorm(options) : new LayerNorm(options), expected)
  })
})

const batch = 4
const classes = 3

/** A loss over some layers and a dense one, with every gradient checked against differences. */
function checkGradients(
  layers: readonly Layer[],
  features: number,
  inputs: number,
  without: readonly string[] = [],
) {
  const head = new Dense({
    name: 'head',
    fanIn: features,
    fanOut: classes,
    activation: activations.identity,
    batch,
  })
  const network = new Network<Layer>({
    layers: [...layers, head],
    loss: losses.crossEntropy,
    outputs: classes,
    batch,
  })
  const draws = stream(3, 'data')
  for (const { value } of network.parameters) {
    for (let i = 0; i < value.length; i++) value[i] = 0.5 * draws.normal()
  }
  const x = Float64Array.from({ length: batch * inputs }, () => draws.normal())
  const y = new Float64Array(batch * classes)
  for (let row = 0; row < batch; row++) y[row * classes + (row % classes)] = 1
  const run = () => finish(network.propagate(x, y, batch))
  run()
  const gradients = network.parameters.map(({ grad }) => grad.slice())
  for (const [i, { name, value }] of network.parameters.entries()) {
    const gradient = gradients[i] as Float64Array
    if (without.includes(name)) {
      expect(Math.max(...gradient.map(Math.abs)), name).toBeLessThan(1e-14)
    } else {
      const numeric = centralDifferences(run, value, 1e-5)
      expect(relativeError(gradient, numeric), name).toBeLessThan(1e-6)
    }
  }
}

const image = { channels: 2, height: 4, width: 4 }
const tanh = activations.tanh

function convolution(padding: number) {
  return new Conv2d({
    name: 'conv',
    input: image,
    outChannels: 2,
    kernel: 3,
    padding,
    activation: tanh,
    batch,
  })
}

describe('gradient check', () => {
  test('a convolution with padding, then max pooling', () => {
    const conv = convolution(1)
    const pool = new MaxPool2d({ input: conv.output, kernel: 2, batch })
    checkGradients([conv, pool], sizeOf(pool.output), sizeOf(image))
  })

  test('two convolutions, then average pooling', () => {
    const first = convolution(1)
    const second = new Conv2d({
      name: 'second',
      input: first.output,
      outChannels: 3,
      kernel: 3,
      activation: tanh,
      batch,
    })
    const pool = new AveragePool2d({ input: second.output, kernel: 2, batch })
    checkGradients([first, second, pool], sizeOf(pool.output), sizeOf(image))
  })

  const dense = (name: string, act = activations.identity) =>
    new Dense({ name, fanIn: 5, fanOut: 5, activation: act, batch })

  test('batch normalisation between weights and activation', () => {
    const norm = new BatchNorm({ name: 'norm', features: 5, batch })
    // What the bias adds, the norm takes away with the mean: it has no gradient.
    const layers = [dense('first'), norm, new Pointwise(tanh, 5, batch)]
    checkGradients(layers, 5, 5, ['first.bias'])
  })

  test('a residual block with layer normalisation', () => {
    const norm = new LayerNorm({ name: 'norm', features: 5, batch })
    const block = new Residual({ layers: [norm, dense('inner', tanh)], size: 5, batch, scale: 0.7 })
    checkGradients([dense('first'), block], 5, 5)
  })
})

test('a residual block whose inside is zero passes signal and gradient whole', () => {
  const inner = new Dense({ name: 'inner', fanIn: 3, fanOut: 3, activation: tanh, batch: 1 })
  const block = new Residual({ layers: [inner], size: 3, batch: 1 })
  const x = Float64Array.of(1, -2, 3)
  expect([...block.forward(x, 1)]).toEqual([1, -2, 3])
  expect([...block.backward(Float64Array.of(4, 5, -6))]).toEqual([4, 5, -6])
})

test('the largest of a window passes a NaN on, and of equals takes the first', () => {
  const pool = new MaxPool2d({ input: { channels: 1, height: 2, width: 2 }, kernel: 2, batch: 1 })
  expect(pool.forward(Float64Array.of(1, Number.NaN, 3, 2), 1)[0]).toBeNaN()
  pool.forward(Float64Array.of(2, 2, 1, 2), 1)
  expect([...pool.backward(Float64Array.of(5))]).toEqual([5, 0, 0, 0])
})

test('a convolution is filled as PyTorch fills it: fan-in is channels times the filter’s area', () => {
  const conv = convolution(1)
  expect([conv.fanIn, conv.fanOut, conv.units]).toEqual([18, 18, 32])
  initialize({ layers: [conv] }, initializers.heNormal, { gain: 1, biasDeviation: 0, seed: 1 })
  const { value } = conv.weight
  const meanSquare = value.reduce((sum, w) => sum + w * w, 0) / value.length
  expect(meanSquare).toBeGreaterThan(0.5 * (2 / 18))
  expect(meanSquare).toBeLessThan(2 * (2 / 18))
})

test('an input that is smaller than the filter or the window is refused', () => {
  const input = { channels: 1, height: 2, width: 2 }
  const options = { name: 'conv', input, outChannels: 1, kernel: 3, activation: tanh, batch: 1 }
  expect(() => new Conv2d(options)).toThrow('at least 3 × 3')
  expect(() => new MaxPool2d({ input, kernel: 3, batch: 1 })).toThrow('at least 3 × 3')
})
