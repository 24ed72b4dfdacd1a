/**
 * A dense network on a small data set, trained while every layer is probed: gradients, activations,
 * saturation and updates by layer, with the mean-field prediction beside the first of them.
 */
import {
  accuracy,
  activations,
  Batches,
  clipGradients,
  type Dataset,
  type DenseNetwork,
  divergence,
  initializers,
  type LayerStatistics,
  layerStatistics,
  meanFieldFactors,
  optimizers,
  UpdateRatios,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  activationOptions,
  initializerOptions,
  learningRate,
  makeDataset,
  makeNetwork,
  named,
  observe,
  seeds,
  weightScale,
} from '../shared/network-setup.ts'
import { gradientFlowMeasures } from './measures.ts'
import type { GradientFlowConfig, GradientFlowRecord } from './record.ts'

export const gradientFlow: Experiment<GradientFlowConfig, GradientFlowRecord> = {
  id: 'gradient-flow',
  version: 1,
  parameters: {
    depth: { kind: 'number', min: 1, max: 50, step: 1, default: 12 },
    width: { kind: 'number', min: 2, max: 128, step: 1, default: 32 },
    activation: {
      kind: 'choice',
      options: activationOptions,
      default: 'sigmoid',
    },
    initializer: {
      kind: 'choice',
      options: initializerOptions,
      default: 'xavierUniform',
    },
    weightScale,
    biasScale: { kind: 'number', min: 0, max: 3, step: 0.05, default: 0 },
    loss: {
      kind: 'choice',
      options: ['crossEntropy', 'binaryCrossEntropy', 'meanSquaredError'],
      default: 'crossEntropy',
    },
    optimizer: {
      kind: 'choice',
      options: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'],
      default: 'sgd',
    },
    learningRate: learningRate(0.1),
    clipNorm: { kind: 'number', min: 0, max: 100, step: 0.1, default: 0 },
    dataset: {
      kind: 'choice',
      options: ['digits', 'xor', 'moons', 'circles', 'spiral'],
      default: 'digits',
    },
    examples: { kind: 'number', min: 10, max: 1797, step: 1, default: 1000, scale: 'log' },
    batchSize: { kind: 'number', min: 1, max: 1797, step: 1, default: 100, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 0, max: 2000, step: 1, default: 200 },
    recordEvery: { kind: 'number', min: 1, max: 100, step: 1, default: 1 },
    ...seeds,
  },
  stepColumn: 'step',
  measures: gradientFlowMeasures,
  repeatSeed: 'weightSeed',
  needs: ({ dataset }) => (dataset === 'digits' ? ['digits'] : []),
  *run(config, data, observer) {
    const set = makeDataset(config, data)
    const batches = new Batches(set, config.batchSize, config.batchSeed)
    const network = makeNetwork(config, set, batches.size)
    const optimizer = optimizers[config.optimizer](network.parameters, config)
    const ratios = new UpdateRatios(network.layers.map((layer) => layer.weight))
    observe(observer, set, network)
    for (let step = 0; step <= config.steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      const recorded = step % config.recordEvery === 0 || step === config.steps
      const statistics =
        recorded || !Number.isFinite(loss) ? layerStatistics(network.layers) : undefined
      const record: GradientFlowRecord | undefined = statistics && {
        step,
        loss,
        accuracy: accuracy(network.output, batches.targets, batches.size, set.classes),
        ...statistics,
        ...(step === 0 && { predictedDelta: predictDelta(config, set, network, statistics) }),
      }
      const diverged = statistics && divergence(statistics, loss)
      if (record && diverged) {
        yield { ...record, divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }
        break
      }
      if (step === config.steps) {
        if (record) yield record
        break
      }
      if (record) ratios.mark()
      if (config.clipNorm > 0) clipGradients(network.parameters, config.clipNorm)
      optimizer.step()
      if (record) yield { ...record, updateRatio: ratios.read() }
    }
    observer?.parameters?.('final', named(network))
  },
}

/** Mean-field theory says how δ changes from layer to layer; it starts from the measured δ of the last hidden one. */
function predictDelta(
  config: GradientFlowConfig,
  set: Dataset,
  { layers }: DenseNetwork,
  { deltaNorm }: LayerStatistics,
): number[] {
  const factors = meanFieldFactors({
    activation: activations[config.activation],
    layers: layers.map(({ fanIn, fanOut }) => ({
      fanIn,
      weightDeviation: initializers[config.initializer].deviation(
        fanIn,
        fanOut,
        config.weightScale,
      ),
      biasDeviation: config.biasScale,
    })),
    inputs: meanSquares(set, 64),
  })
  const predicted = deltaNorm.slice(0, -1)
  for (let l = predicted.length - 2; l >= 0; l--) {
    predicted[l] = (predicted[l + 1] as number) * (factors[l] as number)
  }
  return predicted
}

/** |x|²/features of the first examples: enough of them for theory's average. */
function meanSquares({ inputs, features, count }: Dataset, most: number): number[] {
  return Array.from({ length: Math.min(count, most) }, (_, i) => {
    const example = inputs.subarray(i * features, (i + 1) * features)
    return example.reduce((total, x) => total + x * x, 0) / features
  })
}
