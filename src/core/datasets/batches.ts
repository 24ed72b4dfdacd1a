import { stream } from '../random.ts'
import type { Dataset } from './dataset.ts'

/**
 * Cuts a data set into batches, in a new random order each epoch; examples left over at the end of an
 * epoch sit it out. A batch of the whole set is always the same, in file order.
 */
export class Batches {
  readonly size: number
  readonly inputs: Float64Array
  readonly targets: Float64Array
  readonly rows: Int32Array
  readonly #set: Dataset
  readonly #draws
  #order: Int32Array
  #next: number

  constructor(set: Dataset, size: number, seed: number) {
    this.#set = set
    this.size = Math.min(size, set.count)
    const whole = this.size === set.count
    this.inputs = whole ? set.inputs : new Float64Array(this.size * set.features)
    this.targets = whole ? set.targets : new Float64Array(this.size * set.classes)
    this.rows = Int32Array.from({ length: this.size }, (_, i) => i)
    this.#draws = stream(seed, 'batches')
    this.#order = this.rows
    this.#next = whole ? 0 : set.count
  }

  /** Fills `inputs`, `targets` and `rows` with the next batch. */
  advance(): void {
    const { count, features, classes, inputs, targets } = this.#set
    if (this.size === count) return
    if (this.#next + this.size > count) {
      this.#order = this.#draws.permutation(count)
      this.#next = 0
    }
    for (let i = 0; i < this.size; i++) {
      const row = this.#order[this.#next++] as number
      this.rows[i] = row
      copyRow(inputs, row, this.inputs, i, features)
      copyRow(targets, row, this.targets, i, classes)
    }
  }
}

function copyRow(
  from: Float64Array,
  source: number,
  to: Float64Array,
  target: number,
  width: number,
) {
  for (let j = 0; j < width; j++) to[target * width + j] = from[source * width + j] as number
}

/** The share of examples whose largest output is at the place of their class. */
export function accuracy(
  output: Float64Array,
  targets: Float64Array,
  batch: number,
  width: number,
): number {
  let right = 0
  for (let row = 0; row < batch * width; row += width) {
    let best = row
    for (let j = row + 1; j < row + width; j++) {
      if ((output[j] as number) > (output[best] as number)) best = j
    }
    if (targets[best] === 1) right++
  }
  return right / batch
}
