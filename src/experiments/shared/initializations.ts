/** Where the training of a deep network can begin. */
import type { NetworkSettings } from './network-setup.ts'

/** In this order they have their colours: the small weights of the time are red, ReLU is blue. */
export const starts = ['small', 'relu', 'tanh', 'pretrained', 'shuffled', 'normal'] as const
export type Start = (typeof starts)[number]

type FirstWeights = Pick<NetworkSettings, 'activation' | 'initializer' | 'weightScale'>

/**
 * The heuristic of the time drew weights evenly between ±1/√n, which is a standard deviation of 1/√(3n)
 * (Glorot and Bengio 2010).
 */
const small = {
  activation: 'sigmoid',
  initializer: 'fanIn',
  weightScale: 1 / Math.sqrt(3),
} as const

export const firstWeights: Readonly<Record<Start, FirstWeights>> = {
  small,
  relu: { activation: 'relu', initializer: 'heNormal', weightScale: 1 },
  tanh: { activation: 'tanh', initializer: 'xavierUniform', weightScale: 1 },
  pretrained: small,
  shuffled: small,
  normal: { activation: 'sigmoid', initializer: 'normal', weightScale: 1 },
}
