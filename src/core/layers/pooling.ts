import { type Engine, plainEngine } from '../engine.ts'
import { type ImageShape, sizeOf } from './image.ts'
import type { Layer } from './layer.ts'

export interface PoolOptions {
  readonly input: ImageShape
  /** Rows and columns of a window, and the step from one to the next. What is left over at the ends is dropped. */
  readonly kernel: number
  readonly batch: number
  readonly engine?: Engine
}

/** Windows of kernel × kernel side by side become one number each; NCHW. */
abstract class Pool implements Layer {
  readonly parameters = []
  readonly input: ImageShape
  readonly output: ImageShape
  readonly kernel: number
  protected readonly value: Float64Array
  protected readonly gradInput: Float64Array
  protected batch = 0

  constructor({ input, kernel, batch, engine = plainEngine }: PoolOptions) {
    const height = Math.floor(input.height / kernel)
    const width = Math.floor(input.width / kernel)
    if (height < 1 || width < 1) {
      throw new Error(`pooling: expected an input of at least ${kernel} × ${kernel}`)
    }
    this.input = input
    this.output = { channels: input.channels, height, width }
    this.kernel = kernel
    this.value = engine.allocate(batch * sizeOf(this.output))
    this.gradInput = engine.allocate(batch * sizeOf(input))
  }

  abstract forward(input: Float64Array, batch: number): Float64Array
  abstract backward(gradOutput: Float64Array): Float64Array

  /** Each output in order, with the place of its window’s first number in the input. */
  protected visit(each: (at: number, first: number) => void): void {
    const { input, output, kernel } = this
    let at = 0
    for (let map = 0; map < this.batch * input.channels; map++) {
      for (let i = 0; i < output.height; i++) {
        for (let j = 0; j < output.width; j++, at++) {
          each(at, (map * input.height + i * kernel) * input.width + j * kernel)
        }
      }
    }
  }
}

/** The largest of each kernel; the gradient goes to where it stood, to the first of equals, as in PyTorch. */
export class MaxPool2d extends Pool {
  readonly #chosen: Int32Array

  constructor(options: PoolOptions) {
    super(options)
    this.#chosen = new Int32Array(this.value.length)
  }

  forward(input: Float64Array, batch: number): Float64Array {
    this.batch = batch
    this.visit((at, first) => {
      let best = first
      for (let u = 0; u < this.kernel; u++) {
        for (let v = 0; v < this.kernel; v++) {
          const here = first + u * this.input.width + v
          const x = input[here] as number
          // A NaN is passed on, not passed over.
          if (x > (input[best] as number) || Number.isNaN(x)) best = here
        }
      }
      this.#chosen[at] = best
      this.value[at] = input[best] as number
    })
    return this.value
  }

  backward(gradOutput: Float64Array): Float64Array {
    this.gradInput.fill(0)
    this.visit((at) => {
      this.gradInput[this.#chosen[at] as number] = gradOutput[at] as number
    })
    return this.gradInput
  }
}

/** The mean of each kernel; each of its numbers gets an equal share of the gradient. */
export class AveragePool2d extends Pool {
  forward(input: Float64Array, batch: number): Float64Array {
    this.batch = batch
    const count = this.kernel * this.kernel
    this.visit((at, first) => {
      let sum = 0
      for (let u = 0; u < this.kernel; u++) {
        for (let v = 0; v < this.kernel; v++)
          sum += input[first + u * this.input.width + v] as number
      }
      this.value[at] = sum / count
    })
    return this.value
  }

  backward(gradOutput: Float64Array): Float64Array {
    const count = this.kernel * this.kernel
    this.gradInput.fill(0)
    this.visit((at, first) => {
      const share = (gradOutput[at] as number) / count
      for (let u = 0; u < this.kernel; u++) {
        for (let v = 0; v < this.kernel; v++)
          this.gradInput[first + u * this.input.width + v] = share
      }
    })
    return this.gradInput
  }
}
