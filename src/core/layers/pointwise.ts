import type { Activation } from '../activations/index.ts'
import { type Engine, plainEngine } from '../engine.ts'
import { multiply } from '../kernels.ts'
import type { Layer } from './layer.ts'

/** An activation by itself, a = φ(x), for where something stands between it and the weights. */
export class Pointwise implements Layer {
  readonly parameters = []
  readonly activation: Float64Array
  readonly slope: Float64Array
  readonly #gradInput: Float64Array
  readonly #act: Activation
  readonly #size: number
  readonly #map
  readonly #multiply
  #batch = 0

  /** For examples of `size` numbers each. */
  constructor(act: Activation, size: number, batch: number, engine: Engine = plainEngine) {
    this.#act = act
    this.#size = size
    this.activation = engine.allocate(batch * size)
    this.slope = engine.allocate(batch * size)
    this.#gradInput = engine.allocate(batch * size)
    this.#map = engine.twin(act.map)
    this.#multiply = engine.twin(multiply)
  }

  forward(input: Float64Array, batch: number): Float64Array {
    this.#batch = batch
    const parameter = this.#act.parameter?.initial ?? 0
    this.#map(input, this.activation, this.slope, batch * this.#size, parameter)
    return this.activation
  }

  backward(gradOutput: Float64Array): Float64Array {
    this.#multiply(gradOutput, this.slope, this.#gradInput, this.#batch * this.#size)
    return this.#gradInput
  }
}
