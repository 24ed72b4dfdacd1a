import type { Activation } from '../activations/index.ts'
import { type Engine, openEngine } from '../engine.ts'
import { linear, linearGradInput, linearGradParameters, multiply } from '../kernels.ts'
import { Dense } from './dense.ts'
import { Inputs } from './inputs.ts'
import { type Layer, type Parameter, parameter } from './layer.ts'

export interface TiedAutoencoderOptions {
  readonly name: string
  readonly fanIn: number
  readonly fanOut: number
  /** φ, of the code. */
  readonly code: Activation
  /** ψ, of the output: sigmoid or identity; identity too where the loss takes logits. */
  readonly output: Activation
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
  /** The way there: a layer like any other, with W and b. */
  readonly encoder: Dense
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
  readonly #codes: Inputs
  readonly #gradOutputs: Inputs
  readonly #kernels: ReturnType<typeof kernelsOf>
  /** Of ψ. */
  readonly #parameter: number

  constructor({ name, fanIn, fanOut, code, output, batch }: TiedAutoencoderOptions) {
    const engine = openEngine(7 * batch * (fanIn + fanOut) + 4 * (fanIn + 1) * (fanOut + 1), 24)
    const size = { fanIn, fanOut, batch, engine }
    this.encoder = new Dense({ name, ...size, activation: code, isFirst: true })
    this.outputBias = parameter(`${name}.outputBias`, [fanIn], engine)
    this.parameters = [...this.encoder.parameters, this.outputBias]
    this.preActivation = engine.allocate(batch * fanIn)
    this.activation = engine.allocate(batch * fanIn)
    this.slope = engine.allocate(batch * fanIn)
    this.delta = engine.allocate(batch * fanIn)
    this.gradWayBack = engine.allocate(fanIn * fanOut)
    this.#gradCode = engine.allocate(batch * fanOut)
    this.#noBias = engine.allocate(fanOut)
    this.#codes = new Inputs(engine, batch * fanOut)
    this.#gradOutputs = new Inputs(engine, batch * fanIn)
    this.#kernels = kernelsOf(engine, output)
    this.#parameter = output.parameter?.initial ?? 0
  }

  forward(input: Float64Array, batch: number): Float64Array {
    return this.decode(this.encoder.forward(input, batch), batch)
  }

  /** The way back alone: x̃ for any codes `[batch, fanOut]`. */
  decode(code: Float64Array, batch: number): Float64Array {
    const { fanIn, fanOut, weight } = this.encoder
    const { preActivation: z, activation, slope, outputBias } = this
    const { linearGradInput, map } = this.#kernels
    const h = this.#codes.held(code, batch * fanOut)
    linearGradInput(h, weight.value, z, batch, fanIn, fanOut) // h W, the product that δ W is
    for (let i = 0; i < batch * fanIn; i++) {
      z[i] = (z[i] as number) + (outputBias.value[i % fanIn] as number)
    }
    map(z, activation, slope, batch * fanIn, this.#parameter)
    return activation
  }

  /** Returns δ̃. The input gets no gradient: it is given, an example or the code of a layer that is done. */
  backward(gradOutput: Float64Array): Float64Array {
    const { encoder, delta, gradWayBack: back, outputBias: c } = this
    const { fanIn, fanOut, batch, weight } = encoder
    const { multiply, linear, linearGradParameters } = this.#kernels
    multiply(this.#gradOutputs.held(gradOutput, batch * fanIn), this.slope, delta, batch * fanIn)
    linearGradParameters(delta, encoder.activation, back, c.grad, batch, fanOut, fanIn) // δ̃ᵀ h
    linear(delta, weight.value, this.#noBias, this.#gradCode, batch, fanIn, fanOut) // ∂C/∂h = δ̃ Wᵀ
    encoder.backward(this.#gradCode) // the way there: ∂C/∂W = δᵀ x
    addTransposed(back, weight.grad, fanIn, fanOut) // and the way back: (δ̃ᵀ h)ᵀ
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

const kernelsOf = (engine: Engine, output: Activation) => ({
  linear: engine.twin(linear),
  linearGradInput: engine.twin(linearGradInput),
  linearGradParameters: engine.twin(linearGradParameters),
  multiply: engine.twin(multiply),
  map: engine.twin(output.map),
})
