/**
 * A network learns to tell points of the plane apart, and is asked at every step what it answers
 * everywhere: which regions it can cut out with no hidden layer, with one, with several.
 */

import { accuracy, divergence, layerStatistics, optimizers } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import { cells, reaches, regions, square } from '../shared/classifier-answers.ts'
import {
  learningRate,
  makeDataset,
  makeNetwork,
  named,
  observe,
  seed,
} from '../shared/network-setup.ts'
import type { DecisionBoundaryConfig, DecisionBoundaryRecord } from './record.ts'

type Records = readonly DecisionBoundaryRecord[]

export const decisionBoundary: Experiment<DecisionBoundaryConfig, DecisionBoundaryRecord> = {
  id: 'decision-boundary',
  version: 1,
  parameters: {
    dataset: { kind: 'choice', options: ['xor', 'moons', 'circles', 'spiral'], default: 'xor' },
    depth: { kind: 'number', min: 0, max: 6, step: 1, default: 1 },
    width: { kind: 'number', min: 1, max: 32, step: 1, default: 4 },
    activation: {
      kind: 'choice',
      options: ['tanh', 'relu', 'sigmoid', 'identity'],
      default: 'tanh',
    },
    learningRate: learningRate(0.03),
    examples: { kind: 'number', min: 4, max: 600, step: 1, default: 200, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 0, max: 1000, step: 1, default: 200 },
    recordEvery: { kind: 'number', min: 2, max: 100, step: 1, default: 5 },
    dataSeed: seed(0),
    weightSeed: seed(1),
  },
  stepColumn: 'step',
  measures: {
    firstLoss: measure('loss', ([first]: Records) => first?.loss ?? Number.NaN),
    lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
    lastPercentWrong: measure(
      'percent',
      (records: Records) => 100 * (records.at(-1)?.error ?? Number.NaN),
    ),
  },
  *run(config, data, observer) {
    const set = makeDataset(config, data)
    const { inputs, targets, count } = set
    const initializer = config.activation === 'relu' ? 'heNormal' : 'xavierUniform'
    const settings = {
      ...config,
      initializer,
      weightScale: 1,
      biasScale: 0,
      loss: 'crossEntropy',
    } as const
    const network = makeNetwork(settings, set, Math.max(count, cells * cells))
    const optimizer = optimizers.adam(network.parameters, config)
    const reach = reaches[config.dataset]
    const plane = square(reach)
    observe(observer, set, network)
    const first = { inputs: [...inputs], labels: [...set.labels], reach }
    for (let step = 0; step <= config.steps; step++) {
      const loss = yield* network.propagate(inputs, targets, count)
      const isLast = step === config.steps || !Number.isFinite(loss)
      if (isLast || step % config.recordEvery === 0) {
        const diverged = divergence(layerStatistics(network.layers), loss)
        const error = 1 - accuracy(network.output, targets, count, set.classes)
        yield {
          step,
          loss,
          error,
          regions: yield* regions(network, plane),
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
