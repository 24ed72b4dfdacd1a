/**
 * A network whose first steps may be too large, and the rest of which are not: which units are off for
 * every example there is, layer by layer. A ReLU that is off everywhere gets no gradient; its leaky kin do.
 */
import { accuracy, type Dense, divergence, layerStatistics, optimizers } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { makeDataset, makeNetwork, named, observe, seed } from '../shared/network-setup.ts'
import { dyingReluMeasures } from './measures.ts'
import type { DyingReluConfig, DyingReluRecord } from './record.ts'

export const dyingRelu: Experiment<DyingReluConfig, DyingReluRecord> = {
  id: 'dying-relu',
  version: 1,
  parameters: {
    activation: {
      kind: 'choice',
      options: ['relu', 'leakyRelu', 'prelu', 'elu', 'selu', 'gelu', 'silu', 'softplus'],
      default: 'relu',
    },
    largeRate: { kind: 'number', min: 0.001, max: 10, step: 0.001, default: 1, scale: 'log' },
    largeSteps: { kind: 'number', min: 0, max: 1000, step: 1, default: 4 },
    learningRate: { kind: 'number', min: 0.001, max: 10, step: 0.001, default: 0.1, scale: 'log' },
    depth: { kind: 'number', min: 1, max: 12, step: 1, default: 4 },
    width: { kind: 'number', min: 2, max: 128, step: 1, default: 32 },
    examples: { kind: 'number', min: 10, max: 1797, step: 1, default: 300, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 1, max: 1000, step: 1, default: 150 },
    recordEvery: { kind: 'number', min: 1, max: 100, step: 1, default: 1 },
    dataSeed: seed(0),
    weightSeed: seed(1),
  },
  stepColumn: 'step',
  measures: dyingReluMeasures,
  needs: () => ['digits'],
  *run(config, data, observer) {
    const set = makeDataset({ ...config, dataset: 'digits' }, data)
    const network = makeNetwork({ ...config, ...start }, set, set.count)
    const large = optimizers.sgd(network.parameters, { learningRate: config.largeRate })
    const usual = optimizers.sgd(network.parameters, config)
    const hidden = network.layers.slice(0, -1)
    observe(observer, set, network)
    const rows = Array.from({ length: set.count }, (_, i) => i)
    for (let step = 0; step <= config.steps; step++) {
      observer?.batch?.(rows)
      const loss = yield* network.propagate(set.inputs, set.targets, set.count)
      if (step % config.recordEvery === 0 || step === config.steps || !Number.isFinite(loss)) {
        const statistics = layerStatistics(network.layers)
        const record: DyingReluRecord = {
          step,
          loss,
          accuracy: accuracy(network.output, set.targets, set.count, set.classes),
          offShare: hidden.map(offShare),
          deadShare: statistics.deadFraction.slice(0, -1),
          ...(config.activation === 'prelu' && { learnedSlope: hidden.map(slopeOf) }),
        }
        const diverged = divergence(statistics, loss)
        if (diverged) {
          yield { ...record, divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }
          break
        }
        yield record
      }
      if (step < config.steps) (step < config.largeSteps ? large : usual).step()
    }
    observer?.parameters?.('final', named(network))
  },
}

const start = {
  initializer: 'heNormal',
  weightScale: 1,
  biasScale: 0,
  loss: 'crossEntropy',
} as const

const slopeOf = ({ activationParameter }: Dense): number =>
  activationParameter?.value[0] ?? Number.NaN

function offShare({ preActivation, batch, fanOut }: Dense): number {
  let off = 0
  for (let unit = 0; unit < fanOut; unit++) {
    let isOn = false
    for (let i = 0; i < batch && !isOn; i++) isOn = (preActivation[i * fanOut + unit] as number) > 0
    if (!isOn) off++
  }
  return off / fanOut
}
