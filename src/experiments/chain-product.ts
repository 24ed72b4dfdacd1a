/**
 * A chain of single neurons, the smallest network in which a gradient can vanish. The reader sets each
 * weight and each pre-activation; the bias of each neuron is whatever makes them true.
 */
import { type ActivationId, activations } from '../core/index.ts'
import type { Experiment, ExperimentRecord } from './experiment.ts'

export type ChainProductConfig = {
  readonly activation: Extract<ActivationId, 'sigmoid' | 'tanh' | 'relu' | 'identity'>
  readonly weights: readonly number[]
  readonly preActivations: readonly number[]
}

/** One row: a column holds one number a neuron, input side first. */
export interface ChainProductRecord extends ExperimentRecord {
  readonly slope: readonly number[]
  /** w · φ′(z) of each neuron: what a gradient is multiplied by on its way through it. */
  readonly factor: readonly number[]
  /** ∂C/∂b of each neuron for ∂C/∂a = 1 at the end of the chain. */
  readonly biasGradient: readonly number[]
  /** The most that |biasGradient| could be with these weights, every slope at its steepest. */
  readonly bound: readonly number[]
}

const list = (min: number, max: number, step: number, value: number) =>
  ({
    kind: 'list',
    length: [1, 12],
    min,
    max,
    step,
    default: [value, value, value, value],
  }) as const

export const chainProduct: Experiment<ChainProductConfig, ChainProductRecord> = {
  id: 'chain-product',
  version: 1,
  parameters: {
    activation: {
      kind: 'choice',
      options: ['sigmoid', 'tanh', 'relu', 'identity'],
      default: 'sigmoid',
    },
    weights: list(-100, 100, 0.1, 1),
    preActivations: { ...list(-8, 8, 0.1, 0), follows: 'weights' },
  },
  measures: {
    firstGradient: ([record]) => record?.biasGradient[0] ?? Number.NaN,
    firstBound: ([record]) => record?.bound[0] ?? Number.NaN,
    firstFactor: ([record]) => record?.factor[0] ?? Number.NaN,
    lastSlope: ([record]) => record?.slope.at(-1) ?? Number.NaN,
  },
  *run({ activation, weights, preActivations }) {
    const { derivative, steepest } = activations[activation]
    const slope = weights.map((_, i) => derivative(preActivations[i] ?? 0))
    const factor = weights.map((weight, i) => weight * (slope[i] as number))
    const biasGradient: number[] = []
    const bound: number[] = []
    let [signal, most] = [1, 1] // ∂C/∂a, on its way from the end of the chain to its start
    for (let i = weights.length - 1; i >= 0; i--) {
      biasGradient[i] = signal * (slope[i] as number)
      bound[i] = most * steepest
      signal *= factor[i] as number
      most *= Math.abs(weights[i] as number) * steepest
    }
    yield { slope, factor, biasGradient, bound }
  },
}
