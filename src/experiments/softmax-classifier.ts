/**
 * A small classifier with a softmax output, trained while it is asked about examples that it does not
 * learn from: what it answers, where in the plane, and what δ each class receives.
 */
import {
  Batches,
  divergence,
  layerStatistics,
  type OptimizerId,
  optimizers,
} from '../core/index.ts'
import {
  answers,
  cells,
  classDeltas,
  putAside,
  reaches,
  regions,
  square,
} from './classifier-answers.ts'
import type { Experiment, ExperimentRecord } from './experiment.ts'
import { gradientErrors } from './gradient-errors.ts'
import {
  type DatasetSettings,
  learningRate,
  makeDataset,
  makeNetwork,
  type NetworkSettings,
  named,
  observe,
  seeds,
  weightScale,
} from './network-setup.ts'
import { softmaxClassifierMeasures } from './softmax-classifier-measures.ts'

export type SoftmaxClassifierConfig = Pick<
  NetworkSettings,
  'depth' | 'width' | 'weightScale' | 'weightSeed'
> &
  Pick<DatasetSettings, 'examples' | 'dataSeed'> & {
    readonly dataset: 'spiral' | 'digits'
    readonly activation: 'sigmoid' | 'tanh' | 'relu'
    readonly optimizer: Extract<OptimizerId, 'sgd' | 'momentum' | 'adam'>
    readonly learningRate: number
    readonly batchSize: number
    readonly steps: number
    readonly recordEvery: number
    readonly batchSeed: number
  }

export interface SoftmaxClassifierRecord extends ExperimentRecord {
  readonly step: number
  /** Of the step's batch, before its update. */
  readonly loss: number
  /** a for each of the examples put aside, one row after the other. */
  readonly outputs: readonly number[]
  /** By class, measured at the output layer: the mean −δ over the batch's examples of the class … */
  readonly pull: readonly number[]
  /** … and the mean δ over the examples of all others. */
  readonly push: readonly number[]
  /** In the plane: the class answered in each cell of a square, row by row from the top. */
  readonly regions?: readonly number[]
  /** First row only: the examples put aside, how far the square reaches, and how well backpropagation
   *  agrees with nudging the weights of the output layer and of the hidden layers. */
  readonly inputs?: readonly number[]
  readonly labels?: readonly number[]
  readonly reach?: number
  readonly outputLayerError?: number
  readonly hiddenLayerError?: number
  readonly outerProductError?: number
  /** Only where the run left the finite numbers, which ends it. */
  readonly divergedLayer?: number
  readonly divergedQuantity?: string
}

const asideCount = 200

export const softmaxClassifier: Experiment<SoftmaxClassifierConfig, SoftmaxClassifierRecord> = {
  id: 'softmax-classifier',
  version: 1,
  parameters: {
    dataset: { kind: 'choice', options: ['spiral', 'digits'], default: 'spiral' },
    depth: { kind: 'number', min: 0, max: 6, step: 1, default: 2 },
    width: { kind: 'number', min: 2, max: 64, step: 1, default: 24 },
    activation: { kind: 'choice', options: ['tanh', 'relu', 'sigmoid'], default: 'tanh' },
    weightScale,
    optimizer: { kind: 'choice', options: ['adam', 'momentum', 'sgd'], default: 'adam' },
    learningRate: learningRate(0.01),
    examples: { kind: 'number', min: 10, max: 1500, step: 1, default: 600, scale: 'log' },
    batchSize: { kind: 'number', min: 1, max: 1500, step: 1, default: 100, scale: 'log' },
    steps: { kind: 'number', min: 0, max: 2000, step: 1, default: 600 },
    recordEvery: { kind: 'number', min: 5, max: 100, step: 1, default: 10 },
    ...seeds,
  },
  measures: softmaxClassifierMeasures,
  needs: ({ dataset }) => (dataset === 'digits' ? ['digits'] : []),
  *run(config, data, observer) {
    const set = makeDataset(config, data)
    const aside = putAside(makeDataset({ ...config, examples: set.count + asideCount }, data), set)
    const batches = new Batches(set, config.batchSize, config.batchSeed)
    const room = Math.max(batches.size, cells * cells)
    const initializer = config.activation === 'relu' ? 'heNormal' : 'xavierUniform'
    const settings = { ...config, initializer, biasScale: 0, loss: 'crossEntropy' } as const
    const network = makeNetwork(settings, set, room)
    const optimizer = optimizers[config.optimizer](network.parameters, config)
    const plane = config.dataset === 'spiral' ? square(reaches.spiral) : undefined
    observe(observer, set, network)
    const first = {
      inputs: [...aside.inputs],
      labels: [...aside.labels],
      reach: reaches.spiral,
      ...gradientErrors(network, aside),
    }
    for (let step = 0; step <= config.steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      const isLast = step === config.steps || !Number.isFinite(loss)
      if (isLast || step % config.recordEvery === 0) {
        const diverged = divergence(layerStatistics(network.layers), loss)
        yield {
          step,
          loss,
          ...classDeltas(network, batches),
          outputs: answers(network, aside.inputs, asideCount),
          ...(plane && { regions: yield* regions(network, plane) }),
          ...(step === 0 && first),
          ...(diverged && { divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }),
        }
        if (diverged) break
      }
      if (!isLast) optimizer.step()
    }
    observer?.parameters?.('final', named(network))
  },
}
