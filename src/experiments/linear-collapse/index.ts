/**
 * A deep network before training, and the one matrix and one bias that it multiplies out to if no unit
 * bends its sum. Both answer the same inputs; nothing is trained.
 */
import {
  activations,
  type Dense,
  DenseNetwork,
  initialize,
  initializers,
  losses,
  stream,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { named, seed } from '../shared/network-setup.ts'
import { linearCollapseMeasures } from './measures.ts'
import type { LinearCollapseConfig, LinearCollapseRecord } from './record.ts'

/** How many inputs, and pairs of inputs, are drawn. */
const drawn = 100
const times = Array.from({ length: 41 }, (_, i) => (i - 20) / 10)

export const linearCollapse: Experiment<LinearCollapseConfig, LinearCollapseRecord> = {
  id: 'linear-collapse',
  version: 1,
  parameters: {
    depth: { kind: 'number', min: 1, max: 7, step: 1, default: 3 },
    input: { kind: 'list', length: [2, 5], min: -3, max: 3, step: 0.1, default: [1, -0.5, 2] },
    activation: {
      kind: 'choice',
      options: ['identity', 'relu', 'tanh', 'sigmoid'],
      default: 'identity',
    },
    weightScale: { kind: 'number', min: 0.1, max: 4, step: 0.1, default: 1.2 },
    biasScale: { kind: 'number', min: 0, max: 2, step: 0.1, default: 0.3 },
    weightSeed: { ...seed(0), default: 18 }, // its ReLU network bends where one sees it
  },
  measures: linearCollapseMeasures,
  *run({ depth, input, activation, weightScale, biasScale, weightSeed }, _, observer) {
    const n = input.length
    const network = new DenseNetwork({
      inputs: n,
      hidden: Array.from({ length: depth }, () => n),
      outputs: n,
      activation: activations[activation],
      loss: losses.crossEntropy, // for its output layer, which does not bend
      batch: drawn,
    })
    initialize(network, initializers.fanIn, {
      gain: weightScale,
      biasDeviation: biasScale,
      seed: weightSeed,
    })
    observer?.parameters?.('initial', named(network))
    const { layers } = network
    const { matrix, constant } = multiplyOut(layers, n)
    const deep: Map = (inputs) => passThrough(layers, inputs, n)
    const one: Map = (inputs) => affine(matrix, constant, inputs)
    const along = times.flatMap((t) => input.map((x) => t * x))
    const draws = stream(1, 'data') // the same inputs for every network
    const draw = () => Array.from({ length: drawn * n }, () => draws.normal())
    const [x, y] = [draw(), draw()]
    const difference = differenceOf(deep(x), one(x))
    yield
    const bend = bendOf(deep, x, y, n)
    yield
    yield {
      weights: layers.flatMap(({ weight }) => [...weight.value]),
      biases: layers.flatMap(({ bias }) => [...bias.value]),
      matrix,
      constant,
      output: deep(input),
      collapsed: one(input),
      times,
      outputs: deep(along),
      straight: one(along),
      difference,
      bend,
    }
  },
}

/** Inputs to outputs, one row after the other. */
type Map = (inputs: readonly number[]) => number[]

function passThrough(layers: readonly Dense[], inputs: readonly number[], n: number): number[] {
  const batch = inputs.length / n
  let signal: Float64Array = Float64Array.from(inputs)
  for (const layer of layers) signal = layer.forward(signal, batch)
  return [...signal.subarray(0, batch * n)]
}

/** Layer by layer from the input: M ← WM and c ← Wc + b. */
function multiplyOut(layers: readonly Dense[], n: number) {
  let matrix = Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0))
  let constant = Array.from({ length: n }, () => 0)
  for (const { weight, bias } of layers) {
    const columns = Array.from({ length: n }, (_, k) => matrix.filter((_, i) => i % n === k))
    const moved = columns.map((column) => affine(weight.value, [], column))
    matrix = matrix.map((_, i) => moved[i % n]?.[Math.floor(i / n)] as number)
    constant = affine(weight.value, [...bias.value], constant)
  }
  return { matrix, constant }
}

/** Mx + c for each row x; without c where that is empty. */
function affine(
  matrix: ArrayLike<number>,
  constant: readonly number[],
  inputs: readonly number[],
): number[] {
  const n = Math.sqrt(matrix.length)
  return inputs.map((_, i) => {
    const [j, start] = [i % n, i - (i % n)]
    let sum = 0
    for (let k = 0; k < n; k++) sum += (matrix[j * n + k] as number) * (inputs[start + k] as number)
    return sum + (constant[j] ?? 0)
  })
}

function differenceOf(deep: readonly number[], one: readonly number[]): number {
  return largest(deep.map((a, i) => a - (one[i] as number))) / (largest([...deep, ...one]) || 1)
}

function bendOf(f: Map, x: readonly number[], y: readonly number[], n: number): number {
  const [atX, atY, atSum] = [f(x), f(y), f(x.map((xi, i) => xi + (y[i] as number)))]
  const atZero = f(Array.from({ length: n }, () => 0))
  const zero = (i: number) => atZero[i % n] as number
  const bends = atSum.map((a, i) => a - (atX[i] as number) - (atY[i] as number) + zero(i))
  return largest(bends) / (largest(atSum.map((a, i) => a - zero(i))) || 1)
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs))
