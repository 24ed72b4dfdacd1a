/** What experiments on dense networks share: settings, data, the network before training, and what observers see. */
import {
  type ActivationId,
  activations,
  circles,
  type Dataset,
  DenseNetwork,
  digits,
  type InitializerId,
  initialize,
  initializers,
  type LossId,
  losses,
  moons,
  type Network,
  spiral,
  xor,
} from '../../core/index.ts'
import type { Data, NamedParameter, Observer } from '../../experiment/experiment.ts'

export type DatasetSettings = {
  readonly dataset: 'digits' | 'xor' | 'moons' | 'circles' | 'spiral'
  readonly examples: number
  readonly dataSeed: number
}

export type NetworkSettings = {
  readonly depth: number
  readonly width: number
  readonly activation: ActivationId
  readonly initializer: Exclude<InitializerId, 'constant'>
  readonly weightScale: number
  readonly biasScale: number
  readonly loss: LossId
  readonly weightSeed: number
}

export const seed = (least: number) =>
  ({ kind: 'number', role: 'seed', min: least, max: 9999, step: 1, default: 1 }) as const

export const seeds = { dataSeed: seed(0), weightSeed: seed(1), batchSeed: seed(1) } as const

export const learningRate = (usual: number) =>
  ({ kind: 'number', min: 0.0001, max: 10, step: 0.0001, default: usual, scale: 'log' }) as const

export const weightScale = {
  kind: 'number',
  min: 0.05,
  max: 50,
  step: 0.05,
  default: 1,
  scale: 'log',
} as const

export const initializerOptions = [
  'normal',
  'fanIn',
  'xavierUniform',
  'xavierNormal',
  'heUniform',
  'heNormal',
  'orthogonal',
] as const

export const activationOptions = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'prelu',
  'elu',
  'softplus',
  'identity',
  'selu',
  'gelu',
  'silu',
] as const

export function makeDataset({ dataset, examples, dataSeed }: DatasetSettings, data: Data): Dataset {
  if (dataset !== 'digits') return { xor, moons, circles, spiral }[dataset](examples, dataSeed)
  if (!data.digits) throw new Error('expected the digits to be loaded before the run')
  return digits(data.digits, examples, dataSeed)
}

export function makeNetwork(config: NetworkSettings, set: Dataset, batch: number): DenseNetwork {
  const network = new DenseNetwork({
    inputs: set.features,
    hidden: Array.from({ length: config.depth }, () => config.width),
    outputs: set.classes,
    activation: activations[config.activation],
    loss: losses[config.loss],
    batch,
  })
  initialize(network, initializers[config.initializer], {
    gain: config.weightScale,
    biasDeviation: config.biasScale,
    seed: config.weightSeed,
  })
  return network
}

type Parametric = Pick<Network, 'parameters'>

export function observe(observer: Observer | undefined, set: Dataset, network: Parametric): void {
  observer?.data?.(
    { name: 'inputs', shape: [set.count, set.features], values: [...set.inputs] },
    { name: 'targets', shape: [set.count, set.classes], values: [...set.targets] },
  )
  observer?.parameters?.('initial', named(network))
}

export const named = (network: Parametric): NamedParameter[] =>
  network.parameters.map(({ name, shape, value }) => ({ name, shape, values: [...value] }))
