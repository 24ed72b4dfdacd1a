/**
 * How many straight pieces a ReLU network of one input can have, against its depth: folded into a sawtooth
 * by hand (Telgarsky 2016), or with random weights; beside what one hidden layer can do with as many parameters.
 */

import { activations, DenseNetwork, initialize, initializers, losses } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import { seed } from '../shared/network-setup.ts'
import { type BentLine, bentLine, piecesOf } from '../shared/piecewise.ts'
import type { LinearPiecesConfig, LinearPiecesRecord } from './record.ts'

type Records = readonly LinearPiecesRecord[]
const last = (column: readonly number[] | undefined) => column?.at(-1) ?? Number.NaN

export const linearPieces: Experiment<LinearPiecesConfig, LinearPiecesRecord> = {
  id: 'linear-pieces',
  version: 1,
  parameters: {
    start: { kind: 'choice', options: ['sawtooth', 'random'], default: 'sawtooth' },
    depth: { kind: 'number', min: 1, max: 10, step: 1, default: 6 },
    width: { kind: 'number', min: 2, max: 32, step: 1, default: 16 },
    biasScale: { kind: 'number', min: 0, max: 2, step: 0.05, default: 0.3 },
    weightSeed: seed(1),
  },
  repeatSeed: 'weightSeed',
  measures: {
    pieces: measure('count', ([record]: Records) => last(record?.pieces)),
    parameters: measure('count', ([record]: Records) => last(record?.parameters)),
    oneLayer: measure('count', ([record]: Records) => last(record?.oneLayer)),
    units: measure(
      'count',
      (_: Records, { start, depth, width }: LinearPiecesConfig) =>
        depth * (start === 'sawtooth' ? 2 : width),
    ),
  },
  *run(config) {
    let line: BentLine = { x: [], y: [] }
    const pieces: number[] = []
    const parameters: number[] = []
    for (let depth = 1; depth <= config.depth; depth++) {
      const network = config.start === 'sawtooth' ? sawtooth(depth) : random(depth, config)
      line = yield* bentLine(network, 0, 1)
      pieces.push(piecesOf(line))
      parameters.push(network.parameters.reduce((sum, { value }) => sum + value.length, 0))
    }
    // One hidden layer of n units has 3n + 1 parameters, and bends at most once for each unit.
    const oneLayer = parameters.map((count) => Math.floor((count - 1) / 3) + 1)
    yield { ...line, pieces, parameters, oneLayer }
  },
}

const reluNetwork = (depth: number, width: number) =>
  new DenseNetwork({
    inputs: 1,
    hidden: Array.from({ length: depth }, () => width),
    outputs: 1,
    activation: activations.relu,
    loss: losses.crossEntropy, // none is taken: it leaves the output as it is
    batch: 1,
  })

/** Each layer folds the stretch from 0 to 1 once more: x ↦ 2 ReLU(x) − 4 ReLU(x − ½), up to 1 and back to 0. */
function sawtooth(depth: number): DenseNetwork {
  const network = reluNetwork(depth, 2)
  network.layers.forEach(({ weight, bias }, l) => {
    const fold = l === 0 ? [1] : [2, -4]
    weight.value.set(l === depth ? fold : [...fold, ...fold])
    if (l < depth) bias.value[1] = -1 / 2
  })
  return network
}

function random(depth: number, { width, biasScale, weightSeed }: LinearPiecesConfig): DenseNetwork {
  const network = reluNetwork(depth, width)
  const options = { gain: 1, biasDeviation: biasScale, seed: weightSeed }
  initialize(network, initializers.heNormal, options)
  return network
}
