/**
 * One deep network, one seed, one order of the batches, and the activation as the only difference: each
 * starts from weights that suit it, or all from the same. It runs as `gradient-flow` does.
 */
import type { ActivationId } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { defaults } from '../../experiment/parameters.ts'
import { gradientFlow } from '../gradient-flow/index.ts'
import { gradientFlowMeasures } from '../gradient-flow/measures.ts'
import type { GradientFlowConfig, GradientFlowRecord } from '../gradient-flow/record.ts'
import { activationOptions } from '../shared/network-setup.ts'
import type { ActivationRaceConfig } from './record.ts'

const { optimizer, learningRate, batchSize, dataSeed, weightSeed, batchSeed } =
  gradientFlow.parameters

type Start = Pick<GradientFlowConfig, 'initializer' | 'weightScale'>

const xavier: Start = { initializer: 'xavierNormal', weightScale: 1 }
const he: Start = { initializer: 'heNormal', weightScale: 1 }
/** He et al. divide the variance by 1 + α² where the slope below zero is α. */
const leaky = (slope: number): Start => ({
  initializer: 'heNormal',
  weightScale: 1 / Math.sqrt(1 + slope * slope),
})

/** As the papers that proposed each activation start it, or as is usual since. */
const suited: Readonly<Record<ActivationId, Start>> = {
  sigmoid: xavier,
  tanh: xavier,
  identity: xavier,
  relu: he,
  leakyRelu: leaky(0.01),
  prelu: leaky(0.25),
  elu: he,
  softplus: he,
  gelu: he,
  silu: he,
  selu: { initializer: 'fanIn', weightScale: 1 },
}

export const activationRace: Experiment<ActivationRaceConfig, GradientFlowRecord> = {
  id: 'activation-race',
  version: 1,
  parameters: {
    activation: { kind: 'choice', options: activationOptions, default: 'relu' },
    start: { kind: 'choice', options: ['suited', 'xavierNormal', 'heNormal'], default: 'suited' },
    depth: { kind: 'number', min: 1, max: 30, step: 1, default: 12 },
    width: { kind: 'number', min: 2, max: 128, step: 1, default: 32 },
    optimizer,
    learningRate: { ...learningRate, default: 0.05 },
    batchSize,
    steps: { kind: 'number', role: 'duration', min: 0, max: 1000, step: 1, default: 300 },
    recordEvery: { kind: 'number', min: 1, max: 100, step: 1, default: 5 },
    dataSeed,
    weightSeed,
    batchSeed,
  },
  stepColumn: 'step',
  measures: gradientFlowMeasures,
  repeatSeed: 'weightSeed',
  needs: () => ['digits'],
  run({ start, ...config }, data, observer) {
    const weights =
      start === 'suited' ? suited[config.activation] : { initializer: start, weightScale: 1 }
    const whole = { ...defaults(gradientFlow.parameters), ...config, ...weights }
    return gradientFlow.run(whole, data, observer)
  },
}
