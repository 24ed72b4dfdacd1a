/**
 * A deep network before any training and without any data: random numbers go in at the front, others
 * come back from behind, and each layer's values are counted on their way, beside what the recursion
 * of the variances says about their size.
 */
import {
  activations,
  Dense,
  initializers,
  norm,
  saturatedFraction,
  stream,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { countedShares, normalShares } from '../shared/histogram.ts'
import { activationOptions, seed, weightScale } from '../shared/network-setup.ts'
import { signalPropagationMeasures } from './measures.ts'
import type { SignalPropagationConfig, SignalPropagationRecord } from './record.ts'
import { predictSizes } from './theory.ts'

const batch = 20

export const signalPropagation: Experiment<SignalPropagationConfig, SignalPropagationRecord> = {
  id: 'signal-propagation',
  version: 1,
  parameters: {
    activation: { kind: 'choice', options: activationOptions, default: 'relu' },
    initializer: {
      kind: 'choice',
      options: ['normal', 'fanIn', 'xavierUniform', 'xavierNormal', 'heUniform', 'heNormal'],
      default: 'heNormal',
    },
    weightScale,
    biasScale: { kind: 'number', min: 0, max: 3, step: 0.05, default: 0 },
    depth: { kind: 'number', min: 2, max: 30, step: 1, default: 10 },
    width: { kind: 'number', min: 2, max: 256, step: 1, default: 128 },
    reach: { kind: 'number', min: 0.01, max: 100, step: 0.01, default: 4, scale: 'log' },
    weightSeed: seed(1),
    dataSeed: seed(0),
  },
  measures: signalPropagationMeasures,
  repeatSeed: 'weightSeed',
  *run(config) {
    const layers: Dense[] = []
    let signal = draw(config, 0)
    for (let l = 0; l < config.depth; l++) {
      const layer = makeLayer(config, l)
      yield
      signal = layer.forward(signal, batch)
      layers.push(layer)
      yield
    }
    let gradient = draw(config, 1)
    for (const layer of layers.toReversed()) {
      gradient = layer.backward(gradient)
      yield
    }
    const shares = (values: 'preActivation' | 'activation' | 'delta') =>
      layers.flatMap((layer) => countedShares(layer[values], config.reach))
    const predicted = predictSizes(config)
    yield {
      preActivation: layers.map((layer) => rootMeanSquare(layer.preActivation)),
      activation: layers.map((layer) => rootMeanSquare(layer.activation)),
      delta: layers.map((layer) => rootMeanSquare(layer.delta)),
      ...predicted,
      preActivationShares: shares('preActivation'),
      activationShares: shares('activation'),
      deltaShares: shares('delta'),
      preActivationSharesPredicted: predicted.preActivationPredicted.flatMap((deviation) =>
        normalShares(deviation, config.reach),
      ),
      saturatedFraction: layers.map(saturatedFraction),
    }
  },
}

/** Standard normal numbers: what goes in at the front (0), and ∂C/∂a of the last layer (1). */
function draw({ dataSeed, width }: SignalPropagationConfig, end: 0 | 1): Float64Array {
  const draws = stream(dataSeed, 'data', end)
  return Float64Array.from({ length: batch * width }, () => draws.normal())
}

/** A layer drawn as `initialize` draws it, one at a time so that none holds the thread up for long. */
function makeLayer(config: SignalPropagationConfig, index: number): Dense {
  const { width, weightScale, biasScale, weightSeed } = config
  const activation = activations[config.activation]
  const layer = new Dense({ name: `${index}`, fanIn: width, fanOut: width, activation, batch })
  const weights = stream(weightSeed, 'weights', index)
  initializers[config.initializer].fill(layer.weight.value, width, width, weightScale, weights)
  const biases = stream(weightSeed, 'biases', index)
  for (let j = 0; biasScale > 0 && j < width; j++) layer.bias.value[j] = biasScale * biases.normal()
  return layer
}

const rootMeanSquare = (values: Float64Array): number => norm(values) / Math.sqrt(values.length)
