/**
 * A chain of single neurons, the smallest network in which a gradient can vanish. The reader sets each
 * weight and each pre-activation; the bias of each neuron is whatever makes them true.
 */

import { activations } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import type { ChainProductConfig, ChainProductRecord } from './record.ts'

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
    firstGradient: measure('number', ([record]) => record?.biasGradient[0] ?? Number.NaN),
    firstBound: measure('number', ([record]) => record?.bound[0] ?? Number.NaN),
    firstFactor: measure('ratio', ([record]) => record?.factor[0] ?? Number.NaN),
    lastSlope: measure('number', ([record]) => record?.slope.at(-1) ?? Number.NaN),
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
