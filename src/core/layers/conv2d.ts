import type { Activation } from '../activations/index.ts'
import { type Engine, plainEngine } from '../engine.ts'
import { linear, linearGradInput, linearGradParameters, multiply } from '../kernels.ts'
import { type ImageShape, sizeOf } from './image.ts'
import { type Parameter, parameter, type UnitLayer } from './layer.ts'

export interface Conv2dOptions {
  readonly name: string
  readonly input: ImageShape
  readonly outChannels: number
  /** Rows and columns of a filter. */
  readonly kernel: number
  /** Zeros around the input on each side; (kernel − 1)/2 keeps height and width for an odd kernel. */
  readonly padding?: number
  readonly activation: Activation
  /** The largest batch it will see; buffers are made for this. */
  readonly batch: number
  readonly isFirst?: boolean
  readonly engine?: Engine
}

/**
 * A convolution with stride 1, then an activation: z[o, i, j] = b[o] + Σ W[o, c, u, v] · x[c, i+u−p, j+v−p],
 * a = φ(z). Pictures are NCHW and the weight is `[outChannels, channels, kernel, kernel]`, as in PyTorch.
 *
 * Each position's patch of the input is laid out as a row, so that all positions of all examples are
 * one matrix product with the filters, by the same kernels as a dense layer. That is also why a
 * filter's gradient is a sum over positions.
 */
export class Conv2d implements UnitLayer {
  readonly input: ImageShape
  readonly output: ImageShape
  readonly act: Activation
  readonly weight: Parameter
  readonly bias: Parameter
  readonly parameters: readonly Parameter[]
  /** Inputs of one unit: channels · kernel². */
  readonly fanIn: number
  /** Units that one input feeds, borders aside: outChannels · kernel². */
  readonly fanOut: number
  /** outChannels · height · width. */
  readonly units: number
  /** z, a, φ′(z) and δ = ∂C/∂z of the last batch, NCHW. */
  readonly preActivation: Float64Array
  readonly activation: Float64Array
  readonly slope: Float64Array
  readonly delta: Float64Array
  readonly #kernel: number
  readonly #padding: number
  /** Patches and their gradients, `[batch · positions, fanIn]`; z and δ as rows, `[batch · positions, outChannels]`. */
  readonly #patches: Float64Array
  readonly #gradPatches: Float64Array
  readonly #rows: Float64Array
  readonly #gradInput: Float64Array
  readonly #kernels
  #batch = 0

  constructor({
    name,
    input,
    outChannels,
    kernel,
    padding = 0,
    activation,
    batch,
    isFirst = false,
    engine = plainEngine,
  }: Conv2dOptions) {
    const height = input.height + 2 * padding - kernel + 1
    const width = input.width + 2 * padding - kernel + 1
    if (height < 1 || width < 1) {
      throw new Error(
        `${name}: expected an input of at least ${kernel} × ${kernel} with its padding`,
      )
    }
    this.input = input
    this.output = { channels: outChannels, height, width }
    this.act = activation
    this.fanIn = input.channels * kernel * kernel
    this.fanOut = outChannels * kernel * kernel
    this.units = sizeOf(this.output)
    this.weight = parameter(`${name}.weight`, [outChannels, input.channels, kernel, kernel], engine)
    this.bias = parameter(`${name}.bias`, [outChannels], engine)
    this.parameters = [this.weight, this.bias]
    this.#kernel = kernel
    this.#padding = padding
    const positions = batch * height * width
    this.preActivation = engine.allocate(batch * this.units)
    this.activation = engine.allocate(batch * this.units)
    this.slope = engine.allocate(batch * this.units)
    this.delta = engine.allocate(batch * this.units)
    this.#patches = engine.allocate(positions * this.fanIn)
    this.#gradPatches = engine.allocate(isFirst ? 0 : positions * this.fanIn)
    this.#rows = engine.allocate(positions * outChannels)
    this.#gradInput = engine.allocate(isFirst ? 0 : batch * sizeOf(input))
    this.#kernels = {
      linear: engine.twin(linear),
      map: engine.twin(activation.map),
      multiply: engine.twin(multiply),
      linearGradParameters: engine.twin(linearGradParameters),
      linearGradInput: engine.twin(linearGradInput),
    }
  }

  get batch(): number {
    return this.#batch
  }

  forward(input: Float64Array, batch: number): Float64Array {
    const { fanIn, output, preActivation, activation, slope, act } = this
    const positions = batch * output.height * output.width
    this.#batch = batch
    this.#visitPatches((at, from) => {
      this.#patches[at] = from < 0 ? 0 : (input[from] as number)
    })
    const { value: weight } = this.weight
    this.#kernels.linear(
      this.#patches,
      weight,
      this.bias.value,
      this.#rows,
      positions,
      fanIn,
      output.channels,
    )
    this.#transpose((map, row) => {
      preActivation[map] = this.#rows[row] as number
    })
    this.#kernels.map(
      preActivation,
      activation,
      slope,
      batch * this.units,
      act.parameter?.initial ?? 0,
    )
    return activation
  }

  backward(gradOutput: Float64Array): Float64Array {
    const { fanIn, units, output, delta, weight, bias } = this
    const positions = this.#batch * output.height * output.width
    this.#kernels.multiply(gradOutput, this.slope, delta, this.#batch * units) // δ = ∂C/∂a ⊙ φ′(z)
    this.#transpose((map, row) => {
      this.#rows[row] = delta[map] as number
    })
    this.#kernels.linearGradParameters(
      this.#rows,
      this.#patches,
      weight.grad,
      bias.grad,
      positions,
      fanIn,
      output.channels,
    )
    if (this.#gradInput.length === 0) return this.#gradInput
    this.#kernels.linearGradInput(
      this.#rows,
      weight.value,
      this.#gradPatches,
      positions,
      fanIn,
      output.channels,
    )
    const gradInput = this.#gradInput
    gradInput.fill(0)
    this.#visitPatches((at, from) => {
      if (from >= 0)
        gradInput[from] = (gradInput[from] as number) + (this.#gradPatches[at] as number)
    })
    return gradInput
  }

  /** Each entry of the patches in order, with its place in the input, or −1 in the padding. */
  #visitPatches(visit: (at: number, from: number) => void): void {
    const { channels, height, width } = this.input
    const kernel = this.#kernel
    const padding = this.#padding
    let at = 0
    for (let n = 0; n < this.#batch; n++) {
      for (let i = -padding; i < this.output.height - padding; i++) {
        for (let j = -padding; j < this.output.width - padding; j++) {
          for (let c = 0; c < channels; c++) {
            const map = (n * channels + c) * height
            for (let y = i; y < i + kernel; y++) {
              for (let x = j; x < j + kernel; x++, at++) {
                const inside = y >= 0 && y < height && x >= 0 && x < width
                visit(at, inside ? (map + y) * width + x : -1)
              }
            }
          }
        }
      }
    }
  }

  /** Each number's place in a stack of feature maps (NCHW), and among the rows, one a position (NHWC). */
  #transpose(visit: (map: number, row: number) => void): void {
    const { channels, height, width } = this.output
    const positions = height * width
    for (let n = 0, map = 0; n < this.#batch; n++) {
      for (let c = 0; c < channels; c++) {
        for (let p = 0; p < positions; p++, map++) visit(map, (n * positions + p) * channels + c)
      }
    }
  }
}
