/**
 * Up to a hundred layers, z ← Wφ(z), and beside them the same with z added again, normalised, or both: δ by
 * layer before training and through it, with what theory predicts for wide layers.
 */
import {
  accuracy,
  activations,
  Batches,
  blockFactors,
  type Dataset,
  divergence,
  initializers,
  norm,
  optimizers,
  type Parameter,
  UpdateRatios,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { gradientFlow } from '../gradient-flow/index.ts'
import { makeDataset, named, observe } from '../shared/network-setup.ts'
import { type Design, designs } from './designs.ts'
import { skipConnectionsMeasures } from './measures.ts'
import { makeBlocks, type Stage, skipScale } from './network.ts'
import type { SkipConnectionsConfig, SkipConnectionsRecord } from './record.ts'

const { initializer, weightScale, learningRate, optimizer, batchSize, recordEvery } =
  gradientFlow.parameters
const { dataSeed, weightSeed, batchSeed } = gradientFlow.parameters

export const skipConnections: Experiment<SkipConnectionsConfig, SkipConnectionsRecord> = {
  id: 'skip-connections',
  version: 1,
  parameters: {
    design: {
      kind: 'choice',
      options: Object.keys(designs) as Design[],
      default: 'plain',
    },
    activation: { kind: 'choice', options: ['sigmoid', 'tanh', 'relu'], default: 'sigmoid' },
    depth: { kind: 'number', min: 1, max: 100, step: 1, default: 50 },
    width: { kind: 'number', min: 2, max: 64, step: 1, default: 32 },
    initializer: { ...initializer, default: 'xavierNormal' },
    weightScale,
    optimizer,
    learningRate,
    batchSize,
    steps: { kind: 'number', role: 'duration', min: 0, max: 1000, step: 1, default: 0 },
    recordEvery: { ...recordEvery, default: 5 },
    dataSeed,
    weightSeed,
    batchSeed,
  },
  stepColumn: 'step',
  measures: skipConnectionsMeasures,
  repeatSeed: 'weightSeed',
  needs: () => ['digits'],
  *run(config, data, observer) {
    const set = makeDataset({ dataset: 'digits', examples: 1000, dataSeed: config.dataSeed }, data)
    const batches = new Batches(set, config.batchSize, config.batchSeed)
    const network = makeBlocks(config, set, batches.size)
    const [, ...takers] = network.layers
    const weights = network.layers.slice(0, -1).map(({ dense }) => dense.weight)
    const optimizer = optimizers[config.optimizer](network.parameters, config)
    const ratios = new UpdateRatios(weights)
    observe(observer, set, network)
    for (let step = 0; step <= config.steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      const isRecorded = step % config.recordEvery === 0 || step === config.steps
      if (isRecorded || !Number.isFinite(loss)) {
        const columns = yield* probe(takers, weights)
        const record: SkipConnectionsRecord = {
          step,
          loss,
          accuracy: accuracy(network.output, batches.targets, batches.size, set.classes),
          ...columns,
          ...(step === 0 && { predictedDelta: predict(config, batches, set, columns.deltaNorm) }),
        }
        const diverged = divergence({ ...columns, activationDeviation: columns.size }, loss)
        if (diverged) {
          const { layer: divergedLayer, quantity: divergedQuantity } = diverged
          yield { ...record, divergedLayer, divergedQuantity }
          break
        }
        if (step === config.steps) {
          yield record
          break
        }
        ratios.mark()
        optimizer.step()
        yield { ...record, updateRatio: ratios.read() }
      } else optimizer.step()
    }
    observer?.parameters?.('final', named(network))
  },
}

/** What is read in each hidden layer, with a breath after each. */
function* probe(takers: readonly Stage[], weights: readonly Parameter[]) {
  const deltaNorm: number[] = []
  const size: number[] = []
  const directions: number[] = []
  const weightGradientNorm: number[] = []
  for (const [l, stage] of takers.entries()) {
    deltaNorm.push(stage.deltaNorm)
    size.push(stage.size)
    directions.push(stage.directions)
    weightGradientNorm.push(norm((weights[l] as Parameter).grad))
    yield
  }
  return { deltaNorm, size, directions, weightGradientNorm }
}

/** Theory says how δ changes from layer to layer; it starts from the measured δ of the last hidden one. */
function predict(
  config: SkipConnectionsConfig,
  batches: Batches,
  { features }: Dataset,
  measured: readonly number[],
): number[] {
  const { depth, width, design } = config
  const { normalization } = designs[design]
  const weights = (fanIn: number) => {
    const deviation = initializers[config.initializer].deviation(fanIn, width, config.weightScale)
    return fanIn * deviation * deviation
  }
  const { square, variance } = moments(batches.inputs, batches.size, features)
  const factors = blockFactors({
    activation: activations[config.activation],
    skip: skipScale(design, depth),
    normalization,
    weights: weights(width),
    start: weights(features) * (normalization === 'batch' ? variance : square),
    depth,
  })
  const predicted = [...measured]
  for (let l = predicted.length - 2; l >= 0; l--) {
    predicted[l] = (predicted[l + 1] as number) * (factors[l] as number)
  }
  return predicted
}

/** Of all numbers of a batch the mean square, and the mean over features of the variance over examples. */
function moments(inputs: Float64Array, batch: number, features: number) {
  let [square, meanSquare] = [0, 0]
  for (let j = 0; j < features; j++) {
    let sum = 0
    for (let i = 0; i < batch; i++) {
      const x = inputs[i * features + j] as number
      sum += x
      square += x * x
    }
    meanSquare += (sum / batch) * (sum / batch)
  }
  square /= batch * features
  return { square, variance: square - meanSquare / features }
}
