import { type Engine, plainEngine } from '../engine.ts'
import { type Layer, type Parameter, parameter } from './layer.ts'

/** As in PyTorch; keeps the root away from zero. */
const epsilon = 1e-5

export interface NormalizationOptions {
  readonly name: string
  /** Numbers of one example; for feature maps, channels · positions. */
  readonly features: number
  /** Height · width of a feature map, all of which share their statistics in batch normalisation; 1 for units. */
  readonly positions?: number
  readonly batch: number
  readonly engine?: Engine
}

/**
 * y = γ (x − μ)/√(v + ε) + β, where μ and v are the mean and the variance (divided by the count) of a
 * group of numbers, γ starts at 1 and β at 0. Who forms a group is what tells the two kinds apart.
 *
 * With x̂ = (x − μ)/√(v + ε) and g = γ ∂C/∂y, the chain rule through μ and v gives
 * ∂C/∂x = (g − mean(g) − x̂ · mean(g x̂))/√(v + ε), means over the group.
 */
abstract class Normalization implements Layer {
  readonly gain: Parameter
  readonly shift: Parameter
  readonly parameters: readonly Parameter[]
  protected readonly features: number
  protected readonly positions: number
  readonly #normalized: Float64Array
  readonly #value: Float64Array
  readonly #gradInput: Float64Array
  readonly #scales: Float64Array
  #batch = 0

  constructor(
    { name, features, positions = 1, batch, engine = plainEngine }: NormalizationOptions,
    owners: number,
  ) {
    this.features = features
    this.positions = positions
    this.gain = parameter(`${name}.weight`, [owners], engine)
    this.shift = parameter(`${name}.bias`, [owners], engine)
    this.gain.value.fill(1)
    this.parameters = [this.gain, this.shift]
    this.#normalized = engine.allocate(batch * features)
    this.#value = engine.allocate(batch * features)
    this.#gradInput = engine.allocate(batch * features)
    this.#scales = new Float64Array(Math.max(batch, features))
  }

  /** How many groups a batch has. */
  protected abstract groups(batch: number): number
  /** Visits the numbers of one group: the place of each, and of its γ and β. */
  protected abstract visit(
    group: number,
    batch: number,
    each: (at: number, owner: number) => void,
  ): void

  forward(input: Float64Array, batch: number): Float64Array {
    this.#batch = batch
    const gain = this.gain.value
    const shift = this.shift.value
    const groups = this.groups(batch)
    const count = (batch * this.features) / groups
    for (let group = 0; group < groups; group++) {
      let sum = 0
      this.visit(group, batch, (at) => {
        sum += input[at] as number
      })
      const mean = sum / count
      let squares = 0
      this.visit(group, batch, (at) => {
        const distance = (input[at] as number) - mean
        squares += distance * distance
      })
      const scale = 1 / Math.sqrt(squares / count + epsilon)
      this.#scales[group] = scale
      this.visit(group, batch, (at, owner) => {
        const normalized = ((input[at] as number) - mean) * scale
        this.#normalized[at] = normalized
        this.#value[at] = (gain[owner] as number) * normalized + (shift[owner] as number)
      })
    }
    return this.#value
  }

  backward(gradOutput: Float64Array): Float64Array {
    const gain = this.gain.value
    const gradGain = this.gain.grad
    const gradShift = this.shift.grad
    const normalized = this.#normalized
    const groups = this.groups(this.#batch)
    const count = (this.#batch * this.features) / groups
    gradGain.fill(0)
    gradShift.fill(0)
    for (let group = 0; group < groups; group++) {
      let sum = 0
      let along = 0
      this.visit(group, this.#batch, (at, owner) => {
        const grad = gradOutput[at] as number
        const x = normalized[at] as number
        gradGain[owner] = (gradGain[owner] as number) + grad * x
        gradShift[owner] = (gradShift[owner] as number) + grad
        sum += grad * (gain[owner] as number)
        along += grad * (gain[owner] as number) * x
      })
      const scale = this.#scales[group] as number
      this.visit(group, this.#batch, (at, owner) => {
        const g = (gradOutput[at] as number) * (gain[owner] as number)
        const x = normalized[at] as number
        this.#gradInput[at] = (g - sum / count - (x * along) / count) * scale
      })
    }
    return this.#gradInput
  }
}

/**
 * Batch normalisation with the statistics of the batch itself, as in training: a group is one feature
 * over all examples, or one feature map over all examples and positions (ioffe2015).
 */
export class BatchNorm extends Normalization {
  constructor(options: NormalizationOptions) {
    super(options, options.features / (options.positions ?? 1))
  }

  protected groups(): number {
    return this.features / this.positions
  }

  protected visit(group: number, batch: number, each: (at: number, owner: number) => void): void {
    for (let n = 0; n < batch; n++) {
      const first = n * this.features + group * this.positions
      for (let p = 0; p < this.positions; p++) each(first + p, group)
    }
  }
}

/** Layer normalisation: a group is all the numbers of one example, each with a γ and β of its own (ba2016). */
export class LayerNorm extends Normalization {
  constructor(options: NormalizationOptions) {
    super(options, options.features)
  }

  protected groups(batch: number): number {
    return batch
  }

  protected visit(group: number, _batch: number, each: (at: number, owner: number) => void): void {
    const first = group * this.features
    for (let j = 0; j < this.features; j++) each(first + j, j)
  }
}
