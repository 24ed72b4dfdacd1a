/**
 * Colour, marker and dash of runs: the same in every chart, and never by colour alone. A view may tie them
 * to what a run is, so that the sigmoid is red throughout the book.
 */
import type { Dash, Marker, Tone } from '../charts/model/chart.ts'
import type { Config } from '../experiment/parameters.ts'

export interface Look {
  readonly tone: Tone
  readonly marker: Marker
  readonly dash: Dash
}

/** The parameter that runs are told apart by, and the number of the look that each of its values has. */
export interface LookKey {
  readonly parameter: string
  readonly looks: Readonly<Record<string, number>>
}

const looks: readonly Look[] = [
  { tone: 'one', marker: 'circle', dash: 'solid' },
  { tone: 'two', marker: 'square', dash: 'solid' },
  { tone: 'three', marker: 'triangle', dash: 'dashed' },
  { tone: 'four', marker: 'diamond', dash: 'dashDot' },
  { tone: 'five', marker: 'circle', dash: 'dotted' },
  { tone: 'six', marker: 'square', dash: 'dashed' },
]

/** The values of a parameter in the order of the looks: the first is red, the second blue. */
export function inOrder(parameter: string, values: readonly string[]): LookKey {
  return { parameter, looks: Object.fromEntries(values.map((value, i) => [value, i])) }
}

/** The sigmoid is red throughout the book, and ReLU blue. */
export const byActivation: LookKey = inOrder('activation', [
  'sigmoid',
  'relu',
  'tanh',
  'leakyRelu',
  'prelu',
  'elu',
  'softplus',
  'identity',
  'selu',
  'gelu',
  'silu',
])

/** Red where σ′ is multiplied in at the output, as in the formulas. */
export const byLoss: LookKey = {
  parameter: 'loss',
  looks: { meanSquaredError: 0, crossEntropy: 1, binaryCrossEntropy: 1 },
}

/** He’s initial weights are blue, as ReLU is; N(0, 1) is as among the starts of pretraining. */
export const byInitializer: LookKey = {
  parameter: 'initializer',
  looks: {
    heNormal: 1,
    heUniform: 1,
    xavierNormal: 2,
    xavierUniform: 2,
    fanIn: 3,
    orthogonal: 4,
    normal: 5,
  },
}

/**
 * The look of each run. The first key by whose parameter the runs differ decides, or else the first key;
 * without keys it is the order of the runs. Where two would look alike, the later one takes a look that is
 * free, red last of all.
 */
export function looksOf(configs: readonly Config[], keys: readonly LookKey[] = []): Look[] {
  const differing = keys.find(
    ({ parameter }) => new Set(configs.map((config) => config[parameter])).size > 1,
  )
  const key = differing ?? keys[0]
  const meant = configs.map((config, i) => {
    const look = key ? key.looks[String(config[key.parameter])] : i
    return (look ?? i) % looks.length
  })
  const free = [1, 2, 3, 4, 5, 0].filter((i) => !meant.includes(i))
  const indices = meant.map((index, i) =>
    meant.indexOf(index) === i ? index : (free.shift() ?? i),
  )
  return indices.map((index) => looks[index % looks.length] as Look)
}
