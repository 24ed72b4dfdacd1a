import type { Activation } from '../activations/index.ts'
import { linear, linearGradInput, linearGradParameters, multiply } from '../kernels.ts'
import type { Dense } from './dense.ts'
import { type Layer, type Parameter, parameter } from './layer.ts'

export interface TiedAutoencoderOptions {
  readonly name: string
  /** Turns the input into the code. Training the autoencoder trains this layer, in place. */
  readonly encoder: Dense
  /** Of the output: sigmoid or identity; identity too where the loss takes logits. */
  readonly activation: Activation
  /** The largest batch it will see. */
  readonly batch: number
}

/**
 * A layer and its mirror image, trained to give the input back: code h = φ(x Wᵀ + b), output
 * x̃ = ψ(z̃) with z̃ = h W + c. The way back has the weights of the way there, transposed, so that
 * there is one W and it gets its gradient from both (Bengio et al. 2007). Input and output are
 * `[batch, fanIn]`, the code is `[batch, fanOut]`.
 */
export class TiedAutoencoder implements Layer {
  readonly encoder: Dense
  readonly act: Activation
  /** c, the bias of the way back. */
  readonly outputBias: Parameter
  readonly parameters: readonly Parameter[]
  /** z̃, x̃, ψ′(z̃) and δ̃ = ∂C/∂z̃ of the last batch, each `[batch, fanIn]`. */
  readonly preActivation: Float64Array
  readonly activation: Float64Array
  readonly slope: Float64Array
  readonly delta: Float64Array
  /** What ∂C/∂W owes to the way back alone, transposed: `[fanIn, fanOut]`. */
  readonly gradWayBack: Float64Array
  readonly #gradCode: Float64Array
  readonly #noBias: Float64Array

  constructor({ name, encoder, activation, batch }: TiedAutoencoderOptions) {
    const { fanIn, fanOut } = encoder
    this.encoder = encoder
    this.act = activation
    this.outputBias = parameter(`${name}.outputBias`, [fanIn])
    this.parameters = [...encoder.parameters, this.outputBias]
    this.preActivation = new Float64Array(batch * fanIn)
    this.activation = new Float64Array(batch * fanIn)
    this.slope = new Float64Array(batch * fanIn)
    this.delta = new Float64Array(batch * fanIn)
    this.gradWayBack = new Float64Array(fanIn * fanOut)
    this.#gradCode = new Float64Array(batch * fanOut)
    this.#noBias = new Float64Array(fanOut)
  }

  forward(input: Float64Array, batch: number): Float64Array {
    return this.decode(this.encoder.forward(input, batch), batch)
  }

  /** The way back alone: x̃ for any codes `[batch, fanOut]`. */
  decode(code: Float64Array, batch: number): Float64Array {
    const { fanIn, fanOut, weight } = this.encoder
    const { preActivation: z, activation, slope, act, outputBias } = this
    linearGradInput(code, weight.value, z, batch, fanIn, fanOut) // h W, the product that δ W is
    for (let i = 0; i < batch * fanIn; i++) {
      z[i] = (z[i] as number) + (outputBias.value[i % fanIn] as number)
    }
    act.map(z, activation, slope, batch * fanIn, act.parameter?.initial ?? 0)
    return activation
  }

  /** Returns δ̃. The input gets no gradient: it is given, an example or the code of a layer that is done. */
  backward(gradOutput: Float64Array): Float64Array {
    const { encoder, delta, gradWayBack } = this
    const { fanIn, fanOut, batch, weight } = encoder
    const code = encoder.activation
    multiply(gradOutput, this.slope, delta, batch * fanIn) // δ̃ = ∂C/∂x̃ ⊙ ψ′(z̃)
    linearGradParameters(delta, code, gradWayBack, this.outputBias.grad, batch, fanOut, fanIn)
    linear(delta, weight.value, this.#noBias, this.#gradCode, batch, fanIn, fanOut) // ∂C/∂h = δ̃ Wᵀ
    encoder.backward(this.#gradCode) // the way there: ∂C/∂W = δᵀ x
    addTransposed(gradWayBack, weight.grad, fanIn, fanOut) // and the way back: (δ̃ᵀ h)ᵀ
    return delta
  }
}

/** to[j, k] += from[k, j], for `from` of the given rows and columns. */
function addTransposed(from: Float64Array, to: Float64Array, rows: number, columns: number): void {
  for (let j = 0, at = 0; j < columns; j++) {
    for (let k = 0; k < rows; k++, at++) {
      to[at] = (to[at] as number) + (from[k * columns + j] as number)
    }
  }
}
