/** A plain stack of 3 × 3 convolutions under a softmax layer, and what theory says of δ in it. */

import { openEngine } from '../../core/engine.ts'
import {
  type ActivationId,
  AveragePool2d,
  activations,
  Conv2d,
  type Dataset,
  Dense,
  type ImageShape,
  initialize,
  initializers,
  type Layer,
  type LayerStatistics,
  losses,
  MaxPool2d,
  meanFieldFactors,
  Network,
} from '../../core/index.ts'
import type { NetworkSettings } from '../shared/network-setup.ts'

export type TinyCnnSettings = Pick<
  NetworkSettings,
  'depth' | 'initializer' | 'weightScale' | 'weightSeed'
> & {
  readonly activation: Extract<ActivationId, 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu'>
  readonly channels: number
  /** What halves height and width, after the second convolution (or the only one). */
  readonly pooling: 'none' | 'max' | 'average'
}

export interface TinyCnn {
  readonly network: Network
  readonly convolutions: readonly Conv2d[]
  readonly output: Dense
}

const kernel = 3
const side = 8

export function makeTinyCnn(settings: TinyCnnSettings, classes: number, batch: number): TinyCnn {
  const { depth, channels, pooling, activation } = settings
  const engine = openEngine(room(settings, classes, batch), 20 * (depth + 2))
  const convolutions: Conv2d[] = []
  const layers: Layer[] = []
  let shape: ImageShape = { channels: 1, height: side, width: side }
  for (let i = 0; i < depth; i++) {
    const convolution = new Conv2d({
      name: `layers.${i}`,
      input: shape,
      outChannels: channels,
      kernel,
      padding: 1,
      activation: activations[activation],
      batch,
      isFirst: i === 0,
      engine,
    })
    convolutions.push(convolution)
    layers.push(convolution)
    shape = convolution.output
    if (pooling !== 'none' && i === Math.min(1, depth - 1)) {
      const Pool = pooling === 'max' ? MaxPool2d : AveragePool2d
      const pool = new Pool({ input: shape, kernel: 2, batch, engine })
      layers.push(pool)
      shape = pool.output
    }
  }
  // NCHW rows are flat already: the softmax layer reads the last maps number by number.
  const loss = losses.crossEntropy
  const output = new Dense({
    name: `layers.${depth}`,
    fanIn: shape.channels * shape.height * shape.width,
    fanOut: classes,
    activation: activations[loss.outputActivation],
    batch,
    engine,
  })
  const network = new Network({
    layers: [...layers, output],
    loss,
    outputs: classes,
    batch,
    engine,
  })
  const { initializer, weightScale: gain, weightSeed: seed } = settings
  initialize({ layers: [...convolutions, output] }, initializers[initializer], {
    gain,
    biasDeviation: 0,
    seed,
  })
  return { network, convolutions, output }
}

/** What each layer reads, found by running a batch forward once more; gradients stay as they are. */
export function* signals({ network }: TinyCnn, inputs: Float64Array, batch: number) {
  let signal = inputs
  for (const layer of network.layers) {
    yield { layer, signal }
    signal = layer.forward(signal, batch)
  }
}

/** The numbers that such a network keeps, at the most: everything counted at full height and width. */
function room({ depth, channels }: TinyCnnSettings, classes: number, batch: number): number {
  const maps = channels * side * side
  const patches = kernel * kernel * channels * side * side
  const perExample = 8 * maps + 2 * patches
  const parameters = 8 * (kernel * kernel * channels * channels + channels)
  const last = batch * (2 * maps + 8 * classes) + 8 * (maps + 1) * classes
  return depth * (batch * perExample + parameters) + batch * (4 * maps + side * side) + last
}

/**
 * δ by convolution, from the measured δ of the last one back: mean-field theory with a fan-in of
 * channels · kernel², times what the border lets through. None with pooling.
 */
export function predictDelta(
  settings: TinyCnnSettings,
  { convolutions }: TinyCnn,
  { deltaNorm }: LayerStatistics,
  { inputs, features, count }: Dataset,
): number[] {
  const { activation, initializer, weightScale, depth } = settings
  const factors = meanFieldFactors({
    activation: activations[activation],
    layers: [...convolutions, ...convolutions.slice(-1)].map(({ fanIn, fanOut }) => ({
      fanIn,
      weightDeviation: initializers[initializer].deviation(fanIn, fanOut, weightScale),
      biasDeviation: 0,
    })),
    inputs: Array.from({ length: Math.min(count, 64) }, (_, i) => {
      const example = inputs.subarray(i * features, (i + 1) * features)
      return example.reduce((total, x) => total + x * x, 0) / features
    }),
  })
  const kept = keptByBorders(side, depth - 1)
  const predicted = deltaNorm.slice(0, depth)
  for (let l = depth - 2; l >= 0; l--) {
    const factor = (factors[l] as number) * (kept[depth - 2 - l] as number)
    predicted[l] = (predicted[l + 1] as number) * factor
  }
  return predicted
}

/**
 * What the borders leave of |δ| with each convolution back from a δ that is alike everywhere. The mean square
 * of δ at a place is a third of the sum over itself and its neighbours, along each side; at an end one is missing.
 */
export function keptByBorders(length: number, layers: number): number[] {
  let squares: number[] = Array.from({ length }, () => 1)
  return Array.from({ length: layers }, () => {
    const next = squares.map(
      (square, i) => (square + (squares[i - 1] ?? 0) + (squares[i + 1] ?? 0)) / 3,
    )
    const kept = total(next) / total(squares) // squared for two sides, and the root of it for the norm
    squares = next
    return kept
  })
}

const total = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0)
