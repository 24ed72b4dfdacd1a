/**
 * How fast gradients grow or shrink from layer to layer, for every pair of σ_w and σ_b on a grid: one
 * random network, its weights and biases scaled, measured and predicted (Poole et al. 2016; Schoenholz
 * et al. 2017).
 */
import {
  type Activation,
  activations,
  criticalLine,
  Dense,
  deltaNorm,
  initializers,
  math,
  meanFieldFactors,
  stream,
} from '../../core/index.ts'
import type { Data, Experiment } from '../../experiment/experiment.ts'
import { inOrder } from '../../experiment/parts.ts'
import { activationOptions, seed } from '../shared/network-setup.ts'
import { phaseMapMeasures } from './measures.ts'
import type { PhaseMapConfig, PhaseMapRecord } from './record.ts'

export const phaseMap: Experiment<PhaseMapConfig, PhaseMapRecord> = {
  id: 'phase-map',
  version: 2,
  parameters: {
    activation: { kind: 'choice', options: activationOptions, default: 'tanh' },
    depth: { kind: 'number', min: 3, max: 50, step: 1, default: 20 },
    width: { kind: 'number', min: 2, max: 256, step: 1, default: 64, scale: 'log' },
    weightMax: { kind: 'number', min: 1, max: 10, step: 0.5, default: 3 },
    biasMax: { kind: 'number', min: 0.5, max: 3, step: 0.5, default: 1 },
    resolution: { kind: 'number', min: 1, max: 64, step: 1, default: 16 },
    weightSeed: seed(1),
  },
  measures: phaseMapMeasures,
  parts: 'resolution',
  part: row,
  run: (config, data) => inOrder(config.resolution, (index) => row(config, data, index)),
}

function* row(config: PhaseMapConfig, _: Data, index: number) {
  const { activation, depth, width, resolution, weightSeed } = config
  const act = activations[activation]
  const layers = Array.from({ length: depth }, (_, i) => layerOf(i, act, width))
  const inputs = randomInputs(width, weightSeed)
  const gradOutput = normals(count * width, weightSeed, 1)
  const biasScale = middle(index, resolution, config.biasMax)
  for (const [i, layer] of layers.entries()) {
    initializers.fanIn.fill(layer.weight.value, width, width, 1, stream(weightSeed, 'weights', i))
    scale(layer.bias.value, normals(width, weightSeed, i, 'biases'), biasScale)
    yield
  }
  let scaled = 1
  for (let column = 0; column < resolution; column++) {
    const weightScale = middle(column, resolution, config.weightMax)
    for (const { weight } of layers) scale(weight.value, weight.value, weightScale / scaled)
    scaled = weightScale
    yield* propagate(layers, inputs, gradOutput)
    const sizes = layers.map(deltaNorm)
    yield
    const factors = meanFieldFactors({
      activation: act,
      layers: layers.map(() => ({
        fanIn: width,
        weightDeviation: weightScale / Math.sqrt(width),
        biasDeviation: biasScale,
      })),
      inputs: [1],
    })
    const record: PhaseMapRecord = {
      weightScale,
      biasScale,
      factor: geometricMean(sizes.slice(0, -1).map((size, l) => size / (sizes[l + 1] as number))),
      predicted: geometricMean(factors),
      ...(index === 0 && column === 0 && critical(act, config)),
    }
    yield record
  }
}

function critical(activation: Activation, { biasMax }: PhaseMapConfig) {
  const { weightScale, biasScale } = criticalLine(activation, biasMax)
  return { criticalWeights: weightScale, criticalBiases: biasScale }
}

/** How many inputs a network is measured with. */
const count = 8
const middle = (i: number, of: number, max: number) => ((i + 0.5) / of) * max
const layerOf = (i: number, activation: Activation, width: number) =>
  new Dense({ name: `layers.${i}`, fanIn: width, fanOut: width, activation, batch: count })

function* propagate(layers: readonly Dense[], inputs: Float64Array, gradOutput: Float64Array) {
  let signal = inputs
  for (const layer of layers) {
    signal = layer.forward(signal, count)
    yield
  }
  let gradient = gradOutput
  for (const layer of layers.toReversed()) {
    gradient = layer.backward(gradient)
    yield
  }
}
/** Each of mean square 1 over its features. */
function randomInputs(width: number, weightSeed: number): Float64Array {
  const inputs = normals(count * width, weightSeed, 0)
  for (let i = 0; i < count; i++) {
    const input = inputs.subarray(i * width, (i + 1) * width)
    const square = input.reduce((sum, x) => sum + x * x, 0) / width
    scale(input, input, 1 / Math.sqrt(square))
  }
  return inputs
}
function normals(
  length: number,
  weightSeed: number,
  index: number,
  purpose: 'data' | 'biases' = 'data',
) {
  const draws = stream(weightSeed, purpose, index)
  return Float64Array.from({ length }, () => draws.normal())
}
function scale(out: Float64Array, x: Float64Array, by: number) {
  for (let i = 0; i < out.length; i++) out[i] = by * (x[i] as number)
}
/** Of the layers behind the first third, where the variance has settled. */
function geometricMean(factors: readonly number[]): number {
  const settled = factors.slice(Math.floor(factors.length / 3))
  return math.exp(settled.reduce((sum, factor) => sum + math.log(factor), 0) / settled.length)
}
