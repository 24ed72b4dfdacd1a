/**
 * Networks of one size and many shapes, from wide and shallow to narrow and deep, or of one shape with more
 * and more data: each trained anew, and asked about what it learned from and about what it never saw.
 */
import {
  accuracy,
  Batches,
  type Dataset,
  type DenseNetwork,
  divergence,
  layerStatistics,
  type OptimizerId,
  optimizers,
} from '../core/index.ts'
import { depths, depthWidthMeasures, sizes } from './depth-width-measures.ts'
import type { Data, Experiment, ExperimentRecord } from './experiment.ts'
import {
  activationOptions,
  type DatasetSettings,
  initializerOptions,
  makeDataset,
  makeNetwork,
  type NetworkSettings,
  seed,
} from './network-setup.ts'

export type DepthWidthConfig = Pick<
  NetworkSettings,
  'depth' | 'activation' | 'initializer' | 'weightSeed'
> &
  DatasetSettings & {
    /** What differs from training to training: the depth, or the number of examples. */
    readonly across: 'depths' | 'sizes'
    /** Parameters that each network may have, as nearly as whole units allow. */
    readonly budget: number
    readonly optimizer: Extract<OptimizerId, 'sgd' | 'momentum' | 'adam'>
    readonly learningRate: number
    readonly batchSize: number
    readonly steps: number
    /** Trainings for each depth or size, with consecutive seeds. */
    readonly repeats: number
    readonly batchSeed: number
  }

/** One row a training. */
export interface DepthWidthRecord extends ExperimentRecord {
  readonly depth: number
  readonly width: number
  readonly parameters: number
  readonly examples: number
  /** The share answered wrongly of what it learned from, and of examples put aside. */
  readonly trainError: number
  readonly testError: number
  readonly trainLoss: number
  readonly testLoss: number
  /** Only where the training left the finite numbers, which ends it. */
  readonly step?: number
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}

/** Of the same draws, put aside before any training set is cut. */
const asideCount = 400

export const depthWidth: Experiment<DepthWidthConfig, DepthWidthRecord> = {
  id: 'depth-width',
  version: 1,
  parameters: {
    across: { kind: 'choice', options: ['depths', 'sizes'], default: 'depths' },
    dataset: {
      kind: 'choice',
      options: ['digits', 'spiral', 'xor', 'moons', 'circles'],
      default: 'digits',
    },
    activation: { kind: 'choice', options: activationOptions, default: 'relu' },
    initializer: { kind: 'choice', options: initializerOptions, default: 'heNormal' },
    depth: { kind: 'number', min: 1, max: 12, step: 1, default: 4 },
    budget: { kind: 'number', min: 50, max: 10000, step: 1, default: 2000, scale: 'log' },
    examples: { kind: 'number', min: 10, max: 800, step: 1, default: 200, scale: 'log' },
    optimizer: { kind: 'choice', options: ['adam', 'momentum', 'sgd'], default: 'adam' },
    learningRate: {
      kind: 'number',
      min: 0.0001,
      max: 10,
      step: 0.0001,
      default: 0.005,
      scale: 'log',
    },
    batchSize: { kind: 'number', min: 1, max: 100, step: 1, default: 20, scale: 'log' },
    steps: { kind: 'number', min: 1, max: 1000, step: 1, default: 300 },
    repeats: { kind: 'number', min: 1, max: 20, step: 1, default: 3 },
    dataSeed: seed(1),
    weightSeed: seed(1),
    batchSeed: seed(1),
  },
  measures: depthWidthMeasures,
  needs: ({ dataset }) => (dataset === 'digits' ? ['digits'] : []),
  *run(config, data) {
    const count = pointsOf(config).length * config.repeats
    for (let index = 0; index < count; index++) yield yield* training(config, index, data)
  },
}

/** Where along the sweep networks are trained. */
function pointsOf({ across, depth, examples }: DepthWidthConfig) {
  return across === 'depths'
    ? depths.map((one) => ({ depth: one, examples }))
    : sizes.map((one) => ({ depth, examples: one }))
}

/** One training of the sweep by its number: all points once, then all of them with the next seeds. */
function* training(
  config: DepthWidthConfig,
  index: number,
  data: Data,
): Generator<undefined, DepthWidthRecord> {
  const points = pointsOf(config)
  const { depth, examples } = points[index % points.length] as (typeof points)[number]
  const repeat = Math.floor(index / points.length)
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
