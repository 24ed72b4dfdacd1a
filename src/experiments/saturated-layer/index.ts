/**
 * One hidden layer on the digits, trained while each of its units is watched: how steep its activation
 * is on average over the examples, and how far its row of W has moved.
 */
import { accuracy, type Dense, optimizers } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  activationOptions,
  initializerOptions,
  learningRate,
  makeDataset,
  makeNetwork,
  named,
  observe,
  seed,
  weightScale,
} from '../shared/network-setup.ts'
import { saturatedLayerMeasures } from './measures.ts'
import type { SaturatedLayerConfig, SaturatedLayerRecord } from './record.ts'

export const saturatedLayer: Experiment<SaturatedLayerConfig, SaturatedLayerRecord> = {
  id: 'saturated-layer',
  version: 1,
  parameters: {
    width: { kind: 'number', min: 2, max: 128, step: 1, default: 30 },
    activation: { kind: 'choice', options: activationOptions, default: 'sigmoid' },
    initializer: { kind: 'choice', options: initializerOptions, default: 'normal' },
    weightScale,
    biasScale: { kind: 'number', min: 0, max: 3, step: 0.05, default: 0 },
    loss: {
      kind: 'choice',
      options: ['meanSquaredError', 'binaryCrossEntropy', 'crossEntropy'],
      default: 'meanSquaredError',
    },
    learningRate: learningRate(1),
    examples: { kind: 'number', min: 10, max: 1797, step: 1, default: 500, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 1, max: 1000, step: 1, default: 100 },
    dataSeed: seed(0),
    weightSeed: seed(1),
  },
  stepColumn: 'step',
  measures: saturatedLayerMeasures,
  needs: () => ['digits'],
  *run(config, data, observer) {
    const set = makeDataset({ ...config, dataset: 'digits' }, data)
    const network = makeNetwork({ ...config, depth: 1 }, set, set.count)
    const optimizer = optimizers.sgd(network.parameters, config)
    const hidden = network.layers[0] as Dense
    const start = hidden.weight.value.slice()
    observe(observer, set, network)
    const rows = Array.from({ length: set.count }, (_, i) => i)
    for (let step = 0; step <= config.steps; step++) {
      observer?.batch?.(rows)
      const loss = yield* network.propagate(set.inputs, set.targets, set.count)
      yield {
        step,
        loss,
        accuracy: accuracy(network.output, set.targets, set.count, set.classes),
        ...slopes(hidden),
        moved: distances(hidden, start),
      }
      if (!Number.isFinite(loss)) break
      if (step < config.steps) optimizer.step()
    }
    observer?.parameters?.('final', named(network))
  },
}

/** Of each unit, over the examples of the last forward pass. */
function slopes({ slope, batch, fanOut, act }: Dense) {
  const steepness = new Array<number>(fanOut).fill(0)
  const saturated = new Array<number>(fanOut).fill(0)
  for (let i = 0; i < batch; i++) {
    for (let unit = 0; unit < fanOut; unit++) {
      const share = Math.abs(slope[i * fanOut + unit] as number) / act.steepest
      steepness[unit] = (steepness[unit] as number) + share / batch
      if (share < 0.1) saturated[unit] = (saturated[unit] as number) + 1 / batch
    }
  }
  return { steepness, saturated }
}

function distances({ weight, fanIn, fanOut }: Dense, start: Float64Array): number[] {
  return Array.from({ length: fanOut }, (_, unit) => {
    let total = 0
    for (let i = unit * fanIn; i < (unit + 1) * fanIn; i++) {
      const change = (weight.value[i] as number) - (start[i] as number)
      total += change * change
    }
    return Math.sqrt(total)
  })
}
