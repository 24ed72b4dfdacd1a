/**
 * A small classifier with a softmax output, trained while it is asked about examples that it does not
 * learn from: what it answers, where in the plane, and what δ each class receives.
 */
import { Batches, divergence, layerStatistics, optimizers } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  answers,
  cells,
  classDeltas,
  putAside,
  reaches,
  regions,
  square,
} from '../shared/classifier-answers.ts'
import { gradientErrors } from '../shared/gradient-errors.ts'
import {
  learningRate,
  makeDataset,
  makeNetwork,
  named,
  observe,
  seeds,
  weightScale,
} from '../shared/network-setup.ts'
import { softmaxClassifierMeasures } from './measures.ts'
import type { SoftmaxClassifierConfig, SoftmaxClassifierRecord } from './record.ts'

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
    steps: { kind: 'number', role: 'duration', min: 0, max: 2000, step: 1, default: 600 },
    recordEvery: { kind: 'number', min: 5, max: 100, step: 1, default: 10 },
    ...seeds,
  },
  stepColumn: 'step',
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
