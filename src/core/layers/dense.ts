import type { Activation } from '../activations/index.ts'
import { linear, linearGradInput, linearGradParameters, multiply } from '../kernels.ts'
import { type Layer, type Parameter, parameter } from './layer.ts'

export interface DenseOptions {
  readonly name: string
  readonly fanIn: number
  readonly fanOut: number
  readonly activation: Activation
  /** The largest batch it will see; buffers are made for this. */
  readonly batch: number
  /** The first layer has nobody to pass a gradient to. */
  readonly isFirst?: boolean
}

/** A fully connected layer: z = x Wᵀ + b, a = φ(z). */
export class Dense implements Layer {
  readonly fanIn: number
  readonly fanOut: number
  readonly act: Activation
  readonly weight: Parameter
  readonly bias: Parameter
  /** The learned number of the activation, e.g. PReLU's slope. */
  readonly activationParameter: Parameter | undefined
  readonly parameters: readonly Parameter[]
  /** z, a, φ′(z) and δ = ∂C/∂z of the last batch, each `[batch, fanOut]`. */
  readonly preActivation: Float64Array
  readonly activation: Float64Array
  readonly slope: Float64Array
  readonly delta: Float64Array
  readonly #gradInput: Float64Array
  #input: Float64Array = new Float64Array(0)
  #batch = 0

  constructor({ name, fanIn, fanOut, activation, batch, isFirst = false }: DenseOptions) {
    this.fanIn = fanIn
    this.fanOut = fanOut
    this.act = activation
    this.weight = parameter(`${name}.weight`, [fanOut, fanIn])
    this.bias = parameter(`${name}.bias`, [fanOut])
    this.activationParameter = activation.parameter?.learned
      ? parameter(`${name}.slope`, [1])
      : undefined
    this.activationParameter?.value.fill(activation.parameter?.initial ?? 0)
    this.parameters = [this.weight, this.bias, this.activationParameter].filter(
      (p) => p !== undefined,
    )
    this.preActivation = new Float64Array(batch * fanOut)
    this.activation = new Float64Array(batch * fanOut)
    this.slope = new Float64Array(batch * fanOut)
    this.delta = new Float64Array(batch * fanOut)
    this.#gradInput = new Float64Array(isFirst ? 0 : batch * fanIn)
  }

  /** How many examples the last `forward` held. */
  get batch(): number {
    return this.#batch
  }

  forward(input: Float64Array, batch: number): Float64Array {
    this.#input = input
    this.#batch = batch
    const { fanIn, fanOut, preActivation, activation, slope, act } = this
    linear(input, this.weight.value, this.bias.value, preActivation, batch, fanIn, fanOut)
    act.map(
      preActivation,
      activation,
      slope,
      batch * fanOut,
      this.activationParameter?.value[0] ?? 0,
    )
    return activation
  }

  backward(gradOutput: Float64Array): Float64Array {
    const { fanIn, fanOut, delta } = this
    const batch = this.#batch
    multiply(gradOutput, this.slope, delta, batch * fanOut) // δ = ∂C/∂a ⊙ φ′(z)
    linearGradParameters(delta, this.#input, this.weight.grad, this.bias.grad, batch, fanIn, fanOut)
    if (this.activationParameter)
      this.#gradActivationParameter(gradOutput, this.activationParameter)
    if (this.#gradInput.length > 0) {
      linearGradInput(delta, this.weight.value, this.#gradInput, batch, fanIn, fanOut) // ∂C/∂x = δ W
    }
    return this.#gradInput
  }

  /** ∂C/∂α = Σ ∂C/∂a · z over the units at or below zero (PReLU). */
  #gradActivationParameter(gradOutput: Float64Array, alpha: Parameter): void {
    let total = 0
    for (let i = 0; i < this.#batch * this.fanOut; i++) {
      const z = this.preActivation[i] as number
      if (!(z > 0)) total += (gradOutput[i] as number) * z
    }
    alpha.grad[0] = total
  }
}
