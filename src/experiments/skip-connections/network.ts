/** Networks of a hundred layers and less, plain or with what lets a gradient through: a way past each block, or a norm. */
import {
  activations,
  BatchNorm,
  Dense,
  initialize,
  initializers,
  type Layer,
  LayerNorm,
  losses,
  Network,
  norm,
  openEngine,
  Pointwise,
  Residual,
} from '../../core/index.ts'
import { type Design, designs } from './designs.ts'
import type { SkipConnectionsConfig } from './record.ts'

/** What F is multiplied by on its way back to z: without a norm, 1/√depth keeps the sum of all blocks in bounds. */
export const skipScale = (design: Design, depth: number): number =>
  design === 'scaled' ? 1 / Math.sqrt(depth) : designs[design].isResidual ? 1 : 0

/** A step from one z to the next; knows what came in and which gradient went out. */
export class Stage implements Layer {
  readonly dense: Dense
  readonly parameters
  readonly #layers: readonly Layer[]
  #batch = 0
  #z: Float64Array = new Float64Array(0)
  #delta: Float64Array = this.#z

  constructor(dense: Dense, layers: readonly Layer[]) {
    this.dense = dense
    this.#layers = layers
    this.parameters = layers.flatMap(({ parameters }) => parameters)
  }

  forward(input: Float64Array, batch: number): Float64Array {
    this.#batch = batch
    this.#z = input
    return this.#layers.reduce((signal, layer) => layer.forward(signal, batch), input)
  }

  backward(gradOutput: Float64Array): Float64Array {
    this.#delta = this.#layers.reduceRight((grad, layer) => layer.backward(grad), gradOutput)
    return this.#delta
  }

  /** Root mean square, over examples, of the norm of the δ = ∂C/∂z that went out. */
  get deltaNorm(): number {
    const count = this.#batch * this.dense.fanIn
    return Math.sqrt(this.#batch) * norm(this.#delta.subarray(0, count))
  }

  /** Root mean square of the z that came in. */
  get size(): number {
    const count = this.#batch * this.dense.fanIn
    return norm(this.#z.subarray(0, count)) / Math.sqrt(count)
  }

  /** In how many directions of all the units these z differ between the first examples. */
  get directions(): number {
    return directions(this.#z, Math.min(this.#batch, enoughExamples), this.dense.fanIn)
  }
}

/** `depth` stages that each make the z of one hidden layer, and one that makes the output. */
export function makeBlocks(
  config: SkipConnectionsConfig,
  { features, classes }: { features: number; classes: number },
  batch: number,
): Network<Stage> {
  const { depth, width, design } = config
  const { isResidual, normalization } = designs[design]
  const act = activations[config.activation]
  const engine = openEngine(
    (depth + 2) * (16 * batch + 2 * width + 2 * features) * Math.max(width, features),
    24 * (depth + 2),
  )
  const norms = (name: string): Layer[] => {
    const options = { name, features: width, batch, engine }
    if (normalization === 'none') return []
    return [normalization === 'batch' ? new BatchNorm(options) : new LayerNorm(options)]
  }
  const stages = Array.from({ length: depth + 1 }, (_, l) => {
    const isFirst = l === 0
    const isLast = l === depth
    const dense = new Dense({
      name: `layers.${l}`,
      fanIn: isFirst ? features : width,
      fanOut: isLast ? classes : width,
      activation: activations.identity,
      batch,
      isFirst,
      engine,
    })
    const bend = new Pointwise(act, width, batch, engine)
    if (isResidual) {
      if (isFirst) return new Stage(dense, [dense])
      const layers = [...norms(`norms.${l}`), bend, dense]
      const scale = skipScale(design, depth)
      const block = new Residual({ layers, size: width, batch, scale, engine })
      return new Stage(dense, isLast ? layers : [block])
    }
    const after = isLast ? [] : norms(`norms.${l}`)
    return new Stage(dense, isFirst ? [dense, ...after] : [bend, dense, ...after])
  })
  initialize({ layers: stages.map(({ dense }) => dense) }, initializers[config.initializer], {
    gain: config.weightScale,
    biasDeviation: 0,
    seed: config.weightSeed,
  })
  return new Network({ layers: stages, loss: losses.crossEntropy, outputs: classes, batch, engine })
}

/** For counting directions: its cost grows with their square. */
const enoughExamples = 64

/** (Σλ)²/Σλ², where λ are the variances along the principal axes of the rows: 1 if they lie on a line. */
function directions(rows: Float64Array, count: number, units: number): number {
  const centred = rows.slice(0, count * units)
  for (let j = 0; j < units; j++) {
    let mean = 0
    for (let i = 0; i < count; i++) mean += (centred[i * units + j] as number) / count
    for (let i = 0; i < count; i++)
      centred[i * units + j] = (centred[i * units + j] as number) - mean
  }
  // The Gram matrix of the rows has the same λ as their covariance, but for the zeros.
  let [trace, squares] = [0, 0]
  for (let i = 0; i < count; i++) {
    for (let k = 0; k <= i; k++) {
      let dot = 0
      for (let j = 0; j < units; j++) {
        dot += (centred[i * units + j] as number) * (centred[k * units + j] as number)
      }
      if (k === i) trace += dot
      squares += (k === i ? 1 : 2) * dot * dot
    }
  }
  return (trace * trace) / squares
}
