/**
 * Deep, narrow ReLU networks with one input, counted before any training: how many have a layer whose
 * units are all off, so that nothing of the input reaches the output (Lu, Shin, Su and Karniadakis 2020).
 */

import { activations, DenseNetwork, initialize, initializers, losses } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import { seed } from '../shared/network-setup.ts'
import type { BornDeadConfig, BornDeadRecord } from './record.ts'

type Records = readonly BornDeadRecord[]
const last = (column: readonly number[] | undefined) => column?.at(-1) ?? Number.NaN

export const bornDead: Experiment<BornDeadConfig, BornDeadRecord> = {
  id: 'born-dead',
  version: 1,
  parameters: {
    width: { kind: 'number', min: 1, max: 16, step: 1, default: 2 },
    depth: { kind: 'number', min: 1, max: 30, step: 1, default: 10 },
    networks: { kind: 'number', min: 10, max: 5000, step: 1, default: 2000, scale: 'log' },
    weightSeed: seed(1),
  },
  measures: {
    countedShare: measure('share', ([record]: Records) => last(record?.counted)),
    predictedShare: measure('share', ([record]: Records) => last(record?.predicted)),
    /** How far the count at full depth is from theory, in standard errors of such a count. */
    standardErrors: measure('number', ([record]: Records) => {
      const [p, share] = [last(record?.predicted), last(record?.counted)]
      return Math.abs(share - p) / Math.sqrt((p * (1 - p)) / (record?.networks ?? 1))
    }),
  },
  *run({ width, depth, networks, weightSeed }) {
    const network = new DenseNetwork({
      inputs: 1,
      hidden: Array.from({ length: depth }, () => width),
      outputs: 1,
      activation: activations.relu,
      loss: losses.meanSquaredError,
      batch: 1,
    })
    const died = new Array<number>(depth).fill(0)
    for (let i = 0; i < networks; i++) {
      initialize(network, initializers.heNormal, {
        gain: 1,
        biasDeviation: 0,
        seed: weightSeed + i,
      })
      const layer = firstSilentLayer(network)
      for (let d = layer; d < depth; d++) died[d] = (died[d] as number) + 1
      if (i % 20 === 19) yield
    }
    yield {
      networks,
      counted: died.map((count) => count / networks),
      predicted: theory(width, depth),
    }
  },
}

/** The first hidden layer whose units are all off for the input 1; the number of hidden layers if there is none. */
function firstSilentLayer({ layers }: DenseNetwork): number {
  const hidden = layers.slice(0, -1)
  let signal: Float64Array = Float64Array.of(1)
  for (const [l, layer] of hidden.entries()) {
    signal = layer.forward(signal, 1)
    if (signal.every((a) => a === 0)) return l
  }
  return hidden.length
}

/** Each unit is off with probability ½, so a layer lives with 1 − 2^−width, and all must live. */
function theory(width: number, depth: number): number[] {
  let off = 1
  for (let i = 0; i < width; i++) off /= 2
  let alive = 1
  return Array.from({ length: depth }, () => {
    alive *= 1 - off
    return 1 - alive
  })
}
