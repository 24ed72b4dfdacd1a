/** One training of the comparison of depth and width, from its data to its errors. */
import {
  accuracy,
  Batches,
  type Dataset,
  type DenseNetwork,
  divergence,
  layerStatistics,
  optimizers,
} from '../../core/index.ts'
import type { Data } from '../../experiment/experiment.ts'
import { makeDataset, makeNetwork } from '../shared/network-setup.ts'
import type { DepthWidthConfig, DepthWidthRecord } from './record.ts'

/** Of the same draws, put aside before any training set is cut. */
const asideCount = 400

/** Each repeat has the next seeds, for data, weights and order alike. */
export function* training(
  config: DepthWidthConfig,
  data: Data,
  repeat: number,
  { depth, examples }: { depth: number; examples: number },
): Generator<undefined, DepthWidthRecord> {
  const dataSeed = config.dataSeed + repeat
  const all = makeDataset({ ...config, examples: asideCount + examples, dataSeed }, data)
  const [aside, learned] = [part(all, 0, asideCount), part(all, asideCount, all.count)]
  const width = widthFor(config.budget, depth, all)
  const network = makeNetwork(
    {
      ...config,
      depth,
      width,
      weightScale: 1,
      biasScale: 0,
      loss: 'crossEntropy',
      weightSeed: config.weightSeed + repeat,
    },
    all,
    Math.max(asideCount, examples),
  )
  const optimizer = optimizers[config.optimizer](network.parameters, config)
  const batches = new Batches(learned, config.batchSize, config.batchSeed + repeat)
  const parameters = parametersOf(width, depth, all)
  let step = 0
  for (; step < config.steps; step++) {
    batches.advance()
    const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
    if (!Number.isFinite(loss)) break
    optimizer.step()
  }
  const [train, test] = [yield* ask(network, learned), yield* ask(network, aside)]
  const isSound = Number.isFinite(train.loss + test.loss)
  const lost = isSound ? undefined : divergence(layerStatistics(network.layers), Number.NaN)
  return {
    depth,
    width,
    parameters,
    examples,
    trainError: train.error,
    testError: test.error,
    trainLoss: train.loss,
    testLoss: test.loss,
    ...(lost && { step, divergedLayer: lost.layer, divergedQuantity: lost.quantity }),
  }
}

/** What a trained network answers to a data set. */
function* ask(network: DenseNetwork, { inputs, targets, count, classes }: Dataset) {
  let signal = inputs
  for (const layer of network.layers) {
    signal = layer.forward(signal, count)
    yield
  }
  const loss = network.loss.value(signal, targets, count, classes)
  return { loss, error: Number.isFinite(loss) ? 1 - accuracy(signal, targets, count, classes) : 1 }
}

function part({ features, classes, inputs, targets, labels }: Dataset, start: number, end: number) {
  return {
    count: end - start,
    features,
    classes,
    inputs: inputs.slice(start * features, end * features),
    targets: targets.slice(start * classes, end * classes),
    labels: labels.slice(start, end),
  }
}

type Ends = Pick<Dataset, 'features' | 'classes'>

/** Weights and biases: from the inputs, between hidden layers, and to the classes. */
function parametersOf(width: number, depth: number, { features, classes }: Ends): number {
  return (features + 1) * width + (depth - 1) * (width + 1) * width + (width + 1) * classes
}

/** The width whose parameters come nearest to the budget. */
function widthFor(budget: number, depth: number, ends: Ends): number {
  let width = 1
  while (parametersOf(width + 1, depth, ends) <= budget) width++
  const missing = budget - parametersOf(width, depth, ends)
  return parametersOf(width + 1, depth, ends) - budget < missing ? width + 1 : width
}
