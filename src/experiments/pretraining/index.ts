/**
 * A deep network on digits, first trained layer by layer to rebuild its input and then, by
 * backpropagation, to name the digit; or from another start, so that the two can be compared.
 */
import {
  accuracy,
  Batches,
  type Dataset,
  type DenseNetwork,
  digits,
  divergence,
  layerStatistics,
  optimizers,
} from '../../core/index.ts'
import type { Data, Experiment } from '../../experiment/experiment.ts'
import { putAside } from '../shared/classifier-answers.ts'
import { firstWeights, starts } from '../shared/initializations.ts'
import { learningRate, makeNetwork, seeds } from '../shared/network-setup.ts'
import { pretrainLayers, recordedSteps, shuffleLayers } from './layers.ts'
import { pretrainingMeasures } from './measures.ts'
import type { PretrainingConfig, PretrainingRecord } from './record.ts'

const exampleCount = 1000
const asideCount = 400

export const pretraining: Experiment<PretrainingConfig, PretrainingRecord> = {
  id: 'pretraining',
  version: 1,
  parameters: {
    start: { kind: 'choice', options: starts, default: 'pretrained' },
    depth: { kind: 'number', min: 1, max: 10, step: 1, default: 6 },
    width: { kind: 'number', min: 4, max: 64, step: 1, default: 32 },
    pretrainSteps: { kind: 'number', min: 0, max: 1000, step: 1, default: 300 },
    pretrainRate: { kind: 'number', min: 0.001, max: 5, step: 0.001, default: 0.5, scale: 'log' },
    labels: {
      kind: 'number',
      min: 10,
      max: exampleCount,
      step: 1,
      default: exampleCount,
      scale: 'log',
    },
    learningRate: learningRate(0.1),
    batchSize: { kind: 'number', min: 1, max: 100, step: 1, default: 20, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 0, max: 2000, step: 1, default: 600 },
    recordEvery: { kind: 'number', min: 5, max: 100, step: 1, default: 20 },
    ...seeds,
  },
  stepColumn: 'step',
  measures: pretrainingMeasures,
  needs: () => ['digits'],
  *run(config, data) {
    const { set, aside } = divide(config, data)
    const settings = { ...config, ...firstWeights[config.start], biasScale: 0 }
    const network = makeNetwork({ ...settings, loss: 'crossEntropy' }, set, asideCount)
    const isPretrained = config.start === 'pretrained' || config.start === 'shuffled'
    const phase = isPretrained ? 'pretraining' : 'waiting'
    const before = isPretrained
      ? pretrainLayers(network, set, aside.inputs, config)
      : waitThrough(config)
    for (const progress of before) {
      yield progress && {
        step: progress.layer * config.pretrainSteps + progress.layerStep,
        phase,
        ...progress,
      }
    }
    if (config.start === 'shuffled') shuffleLayers(network, config.weightSeed)
    yield* trainWithLabels(network, set, aside, config)
  },
}

/** The examples to learn from and the pictures put aside: both in the order of the data's seed. */
function divide({ dataSeed }: PretrainingConfig, data: Data) {
  if (!data.digits) throw new Error('expected the digits to be loaded before the run')
  const set = digits(data.digits, exampleCount, dataSeed)
  return { set, aside: putAside(digits(data.digits, exampleCount + asideCount, dataSeed), set) }
}

/** As many records as pretraining gives, so that runs side by side stay in step. */
function* waitThrough(config: PretrainingConfig) {
  for (let layer = 0; layer < config.depth; layer++) {
    for (const layerStep of recordedSteps(config)) yield { layer, layerStep }
  }
}

function* trainWithLabels(
  network: DenseNetwork,
  set: Dataset,
  aside: ReturnType<typeof putAside>,
  config: PretrainingConfig,
): Generator<PretrainingRecord | undefined> {
  const labelled = { ...set, count: Math.min(config.labels, set.count) }
  const batches = new Batches(labelled, config.batchSize, config.batchSeed)
  const optimizer = optimizers.sgd(network.parameters, config)
  yield* network.propagate(aside.inputs, aside.targets, asideCount)
  const { deltaNorm } = layerStatistics(network.layers)
  let [total, batchesSince] = [0, 0]
  for (let labelStep = 0; labelStep <= config.steps; labelStep++) {
    batches.advance()
    const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
    total += loss
    batchesSince++
    const isLast = labelStep === config.steps || !Number.isFinite(loss)
    if (isLast || labelStep % config.recordEvery === 0) {
      const diverged = divergence(layerStatistics(network.layers), loss)
      yield {
        step: config.depth * config.pretrainSteps + labelStep,
        phase: 'labels',
        labelStep,
        loss: total / batchesSince,
        accuracy: yield* accuracyOn(network, aside),
        ...(labelStep === 0 && { deltaNorm }),
        ...(diverged && { divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }),
      }
      if (diverged) break
      total = 0
      batchesSince = 0
    }
    if (!isLast) optimizer.step()
  }
}

/** Forward only: the gradients of the batch stay as they are. */
function* accuracyOn(
  network: DenseNetwork,
  { inputs, targets }: Pick<Dataset, 'inputs' | 'targets'>,
): Generator<undefined, number> {
  let signal = inputs
  for (const layer of network.layers) {
    signal = layer.forward(signal, asideCount)
    yield
  }
  return accuracy(signal, targets, asideCount, network.outputs)
}
