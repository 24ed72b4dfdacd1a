/**
 * The same network, data and seeds under binary cross-entropy and under mean squared error, each with a
 * learning rate of its own. The signal δ is read at the output and in every hidden layer while it trains.
 */
import {
  accuracy,
  activations,
  Batches,
  type Dense,
  type DenseNetwork,
  deltaNorm,
  divergence,
  layerStatistics,
  optimizers,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  initializerOptions,
  makeDataset,
  makeNetwork,
  named,
  observe,
  seeds,
  weightScale,
} from '../shared/network-setup.ts'
import { lossDuelMeasures } from './measures.ts'
import type { LossDuelConfig, LossDuelRecord } from './record.ts'

const learningRate = (value: number) =>
  ({ kind: 'number', min: 0.001, max: 100, step: 0.001, default: value, scale: 'log' }) as const

export const lossDuel: Experiment<LossDuelConfig, LossDuelRecord> = {
  id: 'loss-duel',
  version: 1,
  parameters: {
    loss: {
      kind: 'choice',
      options: ['binaryCrossEntropy', 'meanSquaredError'],
      default: 'binaryCrossEntropy',
    },
    learningRateCrossEntropy: learningRate(1),
    learningRateMeanSquaredError: learningRate(1),
    depth: { kind: 'number', min: 1, max: 12, step: 1, default: 1 },
    width: { kind: 'number', min: 2, max: 128, step: 1, default: 30 },
    activation: { kind: 'choice', options: ['sigmoid', 'tanh', 'relu'], default: 'sigmoid' },
    initializer: { kind: 'choice', options: initializerOptions, default: 'xavierUniform' },
    weightScale,
    examples: { kind: 'number', min: 10, max: 1797, step: 1, default: 200, scale: 'log' },
    batchSize: { kind: 'number', min: 1, max: 1797, step: 1, default: 200, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 1, max: 2000, step: 1, default: 200 },
    recordEvery: { kind: 'number', min: 1, max: 100, step: 1, default: 1 },
    ...seeds,
  },
  stepColumn: 'step',
  measures: lossDuelMeasures,
  needs: () => ['digits'],
  *run(config, data, observer) {
    const set = makeDataset({ ...config, dataset: 'digits' }, data)
    const batches = new Batches(set, config.batchSize, config.batchSeed)
    const network = makeNetwork({ ...config, biasScale: 0 }, set, batches.size)
    const learningRate =
      config.loss === 'binaryCrossEntropy'
        ? config.learningRateCrossEntropy
        : config.learningRateMeanSquaredError
    const optimizer = optimizers.sgd(network.parameters, { learningRate })
    observe(observer, set, network)
    for (let step = 0; step <= config.steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      const recorded = step % config.recordEvery === 0 || step === config.steps
      if (recorded || !Number.isFinite(loss)) {
        const record = { step, loss, ...look(network, batches, set.classes) }
        const diverged = divergence(layerStatistics(network.layers), loss)
        if (diverged) {
          yield { ...record, divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }
          break
        }
        yield record
      }
      if (step < config.steps) optimizer.step()
    }
    observer?.parameters?.('final', named(network))
  },
}

function look({ layers, output }: DenseNetwork, { targets, size }: Batches, classes: number) {
  return {
    error: 1 - accuracy(output, targets, size, classes),
    outputError: outputError(layers.at(-1) as Dense, targets),
    deltaNorm: layers.map(deltaNorm),
  }
}

/** The root mean square over the batch of ‖a − y‖, a the sigmoid of the output's z under either loss. */
function outputError({ preActivation, batch, fanOut }: Dense, targets: Float64Array): number {
  let total = 0
  for (let i = 0; i < batch * fanOut; i++) {
    const error = activations.sigmoid.value(preActivation[i] as number) - (targets[i] as number)
    total += error * error
  }
  return Math.sqrt(total / batch)
}
