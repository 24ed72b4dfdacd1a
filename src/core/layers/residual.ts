import { type Engine, plainEngine } from '../engine.ts'
import type { Layer, Parameter } from './layer.ts'

export interface ResidualOptions {
  readonly layers: readonly Layer[]
  /** Numbers of one example. */
  readonly size: number
  readonly batch: number
  readonly scale?: number
  readonly engine?: Engine
}

/**
 * A residual block, y = x + s F(x), where F is some layers one after the other, as wide at the end as at
 * the start, and s a fixed number, 1 as a rule (he2016). Backward the gradient takes both ways, and they
 * add up: ∂C/∂x = ∂C/∂y + s F′(x)ᵀ ∂C/∂y. Whatever F does to its own share, the other passes whole.
 */
export class Residual implements Layer {
  readonly layers: readonly Layer[]
  readonly parameters: readonly Parameter[]
  readonly #scale: number
  readonly #size: number
  readonly #value: Float64Array
  readonly #scaled: Float64Array
  readonly #gradInput: Float64Array
  #batch = 0

  constructor({ layers, size, batch, scale = 1, engine = plainEngine }: ResidualOptions) {
    this.layers = layers
    this.parameters = layers.flatMap(({ parameters }) => parameters)
    this.#scale = scale
    this.#size = size
    this.#value = engine.allocate(batch * size)
    this.#scaled = engine.allocate(batch * size)
    this.#gradInput = engine.allocate(batch * size)
  }

  forward(input: Float64Array, batch: number): Float64Array {
    this.#batch = batch
    let signal = input
    for (const layer of this.layers) signal = layer.forward(signal, batch)
    for (let i = 0; i < batch * this.#size; i++) {
      this.#value[i] = (input[i] as number) + this.#scale * (signal[i] as number)
    }
    return this.#value
  }

  backward(gradOutput: Float64Array): Float64Array {
    const count = this.#batch * this.#size
    for (let i = 0; i < count; i++) this.#scaled[i] = this.#scale * (gradOutput[i] as number)
    let gradient: Float64Array = this.#scaled
    for (const layer of this.layers.toReversed()) gradient = layer.backward(gradient)
    for (let i = 0; i < count; i++) {
      this.#gradInput[i] = (gradOutput[i] as number) + (gradient[i] as number)
    }
    return this.#gradInput
  }
}
