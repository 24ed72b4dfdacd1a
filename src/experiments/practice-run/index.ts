/**
 * Seven runs of a small network on the digits, most with a fault that their records must give away. A
 * run is known by a letter, so that nothing on the page names its fault.
 */
import {
  type ActivationId,
  Batches,
  type DenseNetwork,
  divergence,
  layerStatistics,
  optimizers,
  UpdateRatios,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  makeDataset,
  makeNetwork,
  type NetworkSettings,
  named,
  observe,
  seed,
} from '../shared/network-setup.ts'
import { practiceRunMeasures } from './measures.ts'
import type { PracticeRunConfig, PracticeRunRecord } from './record.ts'

interface Fault {
  readonly activation: ActivationId
  readonly initializer: NetworkSettings['initializer']
  readonly weightScale?: number
  readonly depth: number
  readonly learningRate: number
  /** How far the hidden biases are thrown down once, as one bad step can do. */
  readonly drop?: number
}

const faults: Readonly<Record<PracticeRunConfig['letter'], Fault>> = {
  a: { activation: 'tanh', initializer: 'normal', weightScale: 4, depth: 4, learningRate: 0.02 },
  b: { activation: 'tanh', initializer: 'normal', weightScale: 0.8, depth: 14, learningRate: 5e-4 },
  c: { activation: 'relu', initializer: 'heNormal', depth: 4, learningRate: 0.05, drop: 4 },
  d: {
    activation: 'relu',
    initializer: 'heNormal',
    weightScale: 0.3,
    depth: 8,
    learningRate: 0.05,
  },
  e: { activation: 'tanh', initializer: 'xavierNormal', depth: 4, learningRate: 1.5 },
  f: { activation: 'relu', initializer: 'heNormal', depth: 8, learningRate: 0.03 },
  g: { activation: 'sigmoid', initializer: 'xavierUniform', depth: 8, learningRate: 0.1 },
}

const width = 32
const examples = 400
const batchSize = 40
const dropStep = 20

export const practiceRun: Experiment<PracticeRunConfig, PracticeRunRecord> = {
  id: 'practice-run',
  version: 1,
  parameters: {
    letter: { kind: 'choice', options: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], default: 'g' },
    steps: { kind: 'number', role: 'duration', min: 1, max: 500, step: 1, default: 120 },
    seed: seed(1),
  },
  stepColumn: 'step',
  measures: practiceRunMeasures,
  needs: () => ['digits'],
  *run({ letter, steps, seed }, data, observer) {
    const fault = faults[letter]
    const set = makeDataset({ dataset: 'digits', examples, dataSeed: 1 }, data)
    const network = makeNetwork({ ...setup, ...fault, weightSeed: seed }, set, batchSize)
    const batches = new Batches(set, batchSize, seed)
    const optimizer = optimizers.sgd(network.parameters, fault)
    const ratios = new UpdateRatios(network.layers.map((layer) => layer.weight))
    observe(observer, set, network)
    for (let step = 0; step <= steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      const statistics = layerStatistics(network.layers)
      const record: PracticeRunRecord = {
        step,
        loss,
        gradientNorm: statistics.weightGradientNorm,
        saturated: statistics.saturatedFraction,
        dead: statistics.deadFraction,
      }
      const diverged = divergence(statistics, loss)
      if (diverged) {
        yield { ...record, divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }
        break
      }
      if (step === steps) {
        yield record
        break
      }
      ratios.mark()
      optimizer.step()
      if (step === dropStep) throwDown(network, fault.drop ?? 0)
      yield { ...record, updateRatio: ratios.read() }
    }
    observer?.parameters?.('final', named(network))
  },
}

function throwDown({ layers }: DenseNetwork, drop: number): void {
  for (const { bias } of layers.slice(0, -1)) {
    for (let unit = 0; unit < bias.value.length; unit++) {
      bias.value[unit] = (bias.value[unit] as number) - drop
    }
  }
}

const setup = { width, weightScale: 1, biasScale: 0, loss: 'crossEntropy' } as const
