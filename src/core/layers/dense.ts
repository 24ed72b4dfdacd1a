import type { Activation } from '../activations/index.ts'
import { type Engine, plainEngine } from '../engine.ts'
import { linear, linearGradInput, linearGradParameters, multiply } from '../kernels.ts'
import { Inputs } from './inputs.ts'
import { type Parameter, parameter, type UnitLayer } from './layer.ts'

export interface DenseOptions {
  readonly name: string
  readonly fanIn: number
  readonly fanOut: number
  readonly activation: Activation
  /** The largest batch it will see; buffers are made for this. */
  readonly batch: number
  /** The first layer has nobody to pass a gradient to. */
  readonly isFirst?: boolean
  /** Who does the loops; what goes in is copied to where it can work on it. */
  readonly engine?: Engine
}

/** A fully connected layer: z = x Wᵀ + b, a = φ(z). */
export class Dense implements UnitLayer {
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
  readonly #kernels: Kernels
  readonly #inputs: Inputs
  #input: Float64Array = new Float64Array(0)
  #batch = 0

  constructor({
    name,
    fanIn,
    fanOut,
    activation,
    batch,
    isFirst = false,
    engine = plainEngine,
  }: DenseOptions) {
    this.fanIn = fanIn
    this.fanOut = fanOut
    this.act = activation
    this.weight = parameter(`${name}.weight`, [fanOut, fanIn], engine)
    this.bias = parameter(`${name}.bias`, [fanOut], engine)
    this.activationParameter = activation.parameter?.learned
      ? parameter(`${name}.slope`, [1], engine)
      : undefined
    this.activationParameter?.value.fill(activation.parameter?.initial ?? 0)
    this.parameters = [this.weight, this.bias, this.activationParameter].filter(
      (p) => p !== undefined,
    )
    this.preActivation = engine.allocate(batch * fanOut)
    this.activation = engine.allocate(batch * fanOut)
    this.slope = engine.allocate(batch * fanOut)
    this.delta = engine.allocate(batch * fanOut)
    this.#gradInput = engine.allocate(isFirst ? 0 : batch * fanIn)
    this.#kernels = kernelsOf(engine, activation)
    this.#inputs = new Inputs(engine, batch * fanIn)
  }

  get units(): number {
    return this.fanOut
  }

  /** How many examples the last `forward` held. */
  get batch(): number {
    return this.#batch
  }

  forward(input: Float64Array, batch: number): Float64Array {
    const { fanIn, fanOut, preActivation, activation, slope, act } = this
    const { linear, map } = this.#kernels
    this.#input = this.#inputs.held(input, batch * fanIn)
    this.#batch = batch
    linear(this.#input, this.weight.value, this.bias.value, preActivation, batch, fanIn, fanOut)
    const parameter = this.activationParameter?.value[0] ?? act.parameter?.initial ?? 0
    map(preActivation, activation, slope, batch * fanOut, parameter)
    return activation
  }

  backward(gradOutput: Float64Array): Float64Array {
    const { fanIn, fanOut, delta } = this
    const { multiply, linearGradParameters, linearGradInput } = this.#kernels
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

type Kernels = ReturnType<typeof kernelsOf>

/** The loops of a layer, each by the fastest that the engine has. */
const kernelsOf = (engine: Engine, activation: Activation) => ({
  linear: engine.twin(linear),
  map: engine.twin(activation.map),
  multiply: engine.twin(multiply),
  linearGradParameters: engine.twin(linearGradParameters),
  linearGradInput: engine.twin(linearGradInput),
})
