/** What a classifier is asked beside its training: about examples put aside, about the plane, about δ by class. */
import { type Batches, type Dataset, type DenseNetwork, softmax } from '../../core/index.ts'

/** The plane is asked in so many rows and columns of cells … */
export const cells = 40
/** … this far from the origin, so that a data set just fits. */
export const reaches = { xor: 1.8, moons: 1.8, circles: 1.3, spiral: 1.15 } as const

/** The examples that come after those of the training set: of the same draws, and never trained on. */
export function putAside(
  all: Dataset,
  training: Dataset,
): Pick<Dataset, 'inputs' | 'labels' | 'targets'> {
  const { count, features, classes } = training
  return {
    inputs: all.inputs.slice(count * features),
    labels: all.labels.slice(count),
    targets: all.targets.slice(count * classes),
  }
}

/** a for every example: the network's way forward, then softmax. The gradients stay as they are. */
export function answers(network: DenseNetwork, inputs: Float64Array, count: number): number[] {
  let signal = inputs
  for (const layer of network.layers) signal = layer.forward(signal, count)
  const { outputs } = network
  const a = new Float64Array(count * outputs)
  for (let row = 0; row < count * outputs; row += outputs) softmax(signal, a, row, outputs)
  return [...a]
}

/** The middles of the cells of a square around the origin, row by row from the top. */
export function square(reach: number): Float64Array {
  const middle = (i: number) => reach * ((2 * i + 1) / cells - 1)
  return Float64Array.from({ length: 2 * cells * cells }, (_, i) => {
    const cell = i >> 1
    return i % 2 === 0 ? middle(cell % cells) : -middle(Math.floor(cell / cells))
  })
}

/** The class with the largest output in each cell, some rows at a time. */
export function* regions(
  network: DenseNetwork,
  plane: Float64Array,
): Generator<undefined, number[]> {
  const classes: number[] = []
  const rows = 8 * cells
  for (let start = 0; start < cells * cells; start += rows) {
    const a = answers(network, plane.subarray(2 * start, 2 * (start + rows)), rows)
    for (let row = 0; row < a.length; row += network.outputs) {
      const one = a.slice(row, row + network.outputs)
      classes.push(Math.max(0, one.indexOf(Math.max(...one))))
    }
    yield
  }
  return classes
}

/** Read off the output layer after a backward pass; its δ holds one example's divided by the batch. */
export function classDeltas({ layers, outputs }: DenseNetwork, { targets, size }: Batches) {
  const { delta } = layers.at(-1) as DenseNetwork['layers'][number]
  const pull = new Float64Array(outputs)
  const push = new Float64Array(outputs)
  const members = new Float64Array(outputs)
  for (let i = 0; i < size * outputs; i++) {
    const j = i % outputs
    const own = targets[i] as number
    pull[j] = (pull[j] as number) - own * size * (delta[i] as number)
    push[j] = (push[j] as number) + (1 - own) * size * (delta[i] as number)
    members[j] = (members[j] as number) + own
  }
  return {
    pull: Array.from(pull, (total, j) => total / Math.max(1, members[j] as number)),
    push: Array.from(push, (total, j) => total / Math.max(1, size - (members[j] as number))),
  }
}
