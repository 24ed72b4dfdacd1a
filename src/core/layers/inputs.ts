import type { Engine } from '../engine.ts'

/** What comes into a layer, where the layer's engine can work on it. */
export class Inputs {
  readonly #engine: Engine
  readonly #length: number
  #known: Float64Array | undefined
  #copy: Float64Array | undefined

  /** `length` is the most that comes in at a time. */
  constructor(engine: Engine, length: number) {
    this.#engine = engine
    this.#length = length
  }

  /** The buffer itself if the engine holds it, else its first `count` numbers copied. */
  held(buffer: Float64Array, count: number): Float64Array {
    if (buffer === this.#known) return buffer
    if (this.#engine.holds(buffer)) {
      this.#known = buffer
      return buffer
    }
    this.#copy ??= this.#engine.allocate(this.#length)
    this.#copy.set(count === buffer.length ? buffer : buffer.subarray(0, count))
    return this.#copy
  }
}
