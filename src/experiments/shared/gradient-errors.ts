/** How well backpropagation behind a softmax output agrees with moving each weight a little both ways. */
import {
  type Dataset,
  type Dense,
  type DenseNetwork,
  finish,
  type Parameter,
  softmax,
} from '../../core/index.ts'

const nudge = 1e-5
/** In each layer, this many weights, evenly spread. */
const most = 100

/** For one example: relative errors of the gradients, and the largest distance to (a − y) times what came in. */
export function gradientErrors(
  network: DenseNetwork,
  { inputs, targets }: Pick<Dataset, 'inputs' | 'targets'>,
) {
  const output = network.layers.at(-1) as Dense
  const features = (network.layers[0] as Dense).fanIn
  const input = inputs.subarray(0, features)
  const target = targets.subarray(0, network.outputs)
  const lossNow = () => finish(network.propagate(input, target, 1))
  lossNow()
  const gradients = network.layers.map(({ weight }) => weight.grad.slice())
  const errors = network.layers.map(({ weight }, l) =>
    compare(weight, gradients[l] as Float64Array, lossNow),
  )
  lossNow()
  return {
    outputLayerError: relative(errors.slice(-1)),
    hiddenLayerError: relative(errors.slice(0, -1)),
    outerProductError: furthestFromProduct(network, output, input, target),
  }
}

interface Comparison {
  /** Sums of squares: of the differences, and of what nudging gave. */
  readonly apart: number
  readonly size: number
}

function compare({ value }: Parameter, gradient: Float64Array, loss: () => number): Comparison {
  let [apart, size] = [0, 0]
  const every = Math.ceil(value.length / most)
  for (let i = 0; i < value.length; i += every) {
    const w = value[i] as number
    value[i] = w + nudge
    const above = loss()
    value[i] = w - nudge
    const slope = (above - loss()) / (2 * nudge)
    value[i] = w
    const difference = slope - (gradient[i] as number)
    apart += difference * difference
    size += slope * slope
  }
  return { apart, size }
}

/** 0 where there is nothing to compare: a network without hidden layers. */
function relative(errors: readonly Comparison[]): number {
  const total = (key: keyof Comparison) => errors.reduce((sum, error) => sum + error[key], 0)
  return total('size') > 0 ? Math.sqrt(total('apart') / total('size')) : 0
}

function furthestFromProduct(
  network: DenseNetwork,
  { weight, fanIn, fanOut }: Dense,
  input: Float64Array,
  target: Float64Array,
): number {
  const incoming = network.layers.at(-2)?.activation ?? input
  const a = new Float64Array(fanOut)
  softmax(network.output, a, 0, fanOut)
  let furthest = 0
  for (let i = 0; i < fanOut * fanIn; i++) {
    const j = Math.floor(i / fanIn)
    const product = ((a[j] as number) - (target[j] as number)) * (incoming[i % fanIn] as number)
    furthest = Math.max(furthest, Math.abs((weight.grad[i] as number) - product))
  }
  return furthest
}
