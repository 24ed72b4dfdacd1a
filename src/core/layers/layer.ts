import type { Activation } from '../activations/index.ts'
import { type Engine, plainEngine } from '../engine.ts'

/** A parameter that training changes, with its gradient beside it, named as in PyTorch's `state_dict`. */
export interface Parameter {
  readonly name: string
  readonly shape: readonly number[]
  readonly value: Float64Array
  /** ∂C/∂value, written anew by each `backward`. */
  readonly grad: Float64Array
  /** Whose memory the two are in. */
  readonly engine: Engine
}

/** A step of the network, batch first. `forward` keeps what `backward` needs; both write into buffers made once. */
export interface Layer {
  readonly parameters: readonly Parameter[]
  /** `[batch, fanIn]` to `[batch, fanOut]`. */
  forward(input: Float64Array, batch: number): Float64Array
  /** ∂C/∂output to ∂C/∂input, for the batch of the last `forward`; fills the parameters' gradients. */
  backward(gradOutput: Float64Array): Float64Array
}

/** A layer of units with weights and an activation: what initialisers fill and probes read. */
export interface UnitLayer extends Layer {
  readonly act: Activation
  readonly weight: Parameter
  readonly bias: Parameter
  readonly fanIn: number
  readonly fanOut: number
  /** Of one example. */
  readonly units: number
  /** Examples in the last `forward`. */
  readonly batch: number
  /** z, a, φ′(z) and δ = ∂C/∂z of the last batch, each `[batch, units]`. */
  readonly preActivation: Float64Array
  readonly activation: Float64Array
  readonly slope: Float64Array
  readonly delta: Float64Array
}

export function parameter(
  name: string,
  shape: readonly number[],
  engine: Engine = plainEngine,
): Parameter {
  const length = shape.reduce((product, size) => product * size, 1)
  return { name, shape, value: engine.allocate(length), grad: engine.allocate(length), engine }
}
