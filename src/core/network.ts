import { type Activation, activations } from './activations/index.ts'
import { type Engine, openEngine, plainEngine } from './engine.ts'
import type { Initializer } from './initializers/index.ts'
import { Dense } from './layers/dense.ts'
import type { Layer, Parameter, UnitLayer } from './layers/layer.ts'
import type { Loss } from './losses/index.ts'
import { stream } from './random.ts'

export interface DenseNetworkOptions {
  readonly inputs: number
  readonly hidden: readonly number[]
  readonly outputs: number
  readonly activation: Activation
  readonly loss: Loss
  /** The largest batch it will see. */
  readonly batch: number
}

export interface NetworkOptions<L extends Layer> {
  readonly layers: readonly L[]
  readonly loss: Loss
  readonly outputs: number
  /** The largest batch it will see. */
  readonly batch: number
  /** In whose memory the layers are. */
  readonly engine?: Engine
}

/** Layers one after the other under a loss. They are numbered from 0; the last one is the output. */
export class Network<L extends Layer = Layer> {
  readonly layers: readonly L[]
  readonly parameters: readonly Parameter[]
  readonly loss: Loss
  readonly outputs: number
  readonly #gradOutput: Float64Array
  #output: Float64Array

  constructor({ layers, loss, outputs, batch, engine = plainEngine }: NetworkOptions<L>) {
    this.layers = layers
    this.parameters = layers.flatMap((layer) => layer.parameters)
    this.loss = loss
    this.outputs = outputs
    this.#gradOutput = engine.allocate(batch * outputs)
    this.#output = this.#gradOutput
  }

  /**
   * Runs a batch forward, takes the loss, and runs the gradient back, pausing after each layer so
   * that whoever drives it can share the thread. Returns the loss; gradients are in `parameters`.
   */
  *propagate(
    inputs: Float64Array,
    targets: Float64Array,
    batch: number,
  ): Generator<undefined, number> {
    let signal = inputs
    for (const layer of this.layers) {
      signal = layer.forward(signal, batch)
      yield
    }
    this.#output = signal
    const loss = this.loss.value(signal, targets, batch, this.outputs)
    this.loss.gradient(signal, targets, this.#gradOutput, batch, this.outputs)
    let gradient = this.#gradOutput
    for (let i = this.layers.length - 1; i >= 0; i--) {
      gradient = (this.layers[i] as L).backward(gradient)
      yield
    }
    return loss
  }

  /** What the network says for each example of the last batch, `[batch, outputs]`. */
  get output(): Float64Array {
    return this.#output
  }
}

/** A stack of dense layers under a loss; the last one's activation is the one that the loss asks for. */
export class DenseNetwork extends Network<Dense> {
  constructor({ inputs, hidden, outputs, activation, loss, batch }: DenseNetworkOptions) {
    const sizes = [inputs, ...hidden, outputs]
    const engine = openEngine(room(sizes, batch), buffersPerLayer * sizes.length)
    const layers = sizes.slice(1).map((fanOut, i) => {
      const isOutput = i === hidden.length
      return new Dense({
        name: `layers.${i}`,
        fanIn: sizes[i] as number,
        fanOut,
        activation: isOutput ? activations[loss.outputActivation] : activation,
        batch,
        isFirst: i === 0,
        engine,
      })
    })
    super({ layers, loss, outputs, batch, engine })
  }
}

/** Weights, biases and an activation's parameter, each with its gradient and what two optimisers' steps remember. */
const copiesOfParameters = 6
/** Those, and z, a, φ′(z), δ and ∂C/∂x. */
const buffersPerLayer = 3 * copiesOfParameters + 5

/** The numbers that a network of these sizes keeps, generously. */
function room(sizes: readonly number[], batch: number): number {
  let numbers = batch * ((sizes[0] as number) + (sizes.at(-1) as number))
  for (let i = 1; i < sizes.length; i++) {
    const [fanIn, fanOut] = [sizes[i - 1] as number, sizes[i] as number]
    numbers += copiesOfParameters * ((fanIn + 1) * fanOut + 1) + batch * (4 * fanOut + fanIn)
  }
  return numbers
}

/** Draws the first weights and biases, each layer from a stream of its own. */
export function initialize(
  network: { readonly layers: readonly UnitLayer[] },
  initializer: Initializer,
  { gain, biasDeviation, seed }: { gain: number; biasDeviation: number; seed: number },
): void {
  network.layers.forEach((layer, i) => {
    initializer.fill(
      layer.weight.value,
      layer.fanIn,
      layer.fanOut,
      gain,
      stream(seed, 'weights', i),
    )
    if (biasDeviation === 0) return
    const draws = stream(seed, 'biases', i)
    for (let j = 0; j < layer.bias.value.length; j++) {
      layer.bias.value[j] = biasDeviation * draws.normal()
    }
  })
}

/** Runs a generator that only pauses to its end, for callers who have the thread to themselves. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
