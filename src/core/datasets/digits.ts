import { stream } from '../random.ts'
import { type Dataset, dataset } from './dataset.ts'

/** Handwritten digits as the file holds them: `[count, 64]` pixel counts from 0 to 16, and their labels. */
export interface Digits {
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
}

const letterA = 97

/** Reads the packed form: for each digit 64 letters, `a` for 0 to `q` for 16, then the label. */
export function unpackDigits(packed: string): Digits {
  const count = packed.length / 65
  if (!Number.isInteger(count)) {
    throw new Error(`packed digits: expected 65 characters a digit, came ${packed.length} in all`)
  }
  const pixels = new Uint8Array(count * 64)
  const labels = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < 64; j++) pixels[i * 64 + j] = packed.charCodeAt(i * 65 + j) - letterA
    labels[i] = Number(packed[i * 65 + 64])
  }
  return { pixels, labels }
}

/**
 * `count` digits as a data set, pixels divided by 16. Seed 0 takes the first of the file; any other
 * seed draws them without replacement.
 */
export function digits({ pixels, labels }: Digits, count: number, seed: number): Dataset {
  const order = seed === 0 ? undefined : stream(seed, 'data').permutation(labels.length)
  const inputs = new Float64Array(count * 64)
  const chosen = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const row = order ? (order[i] as number) : i
    for (let j = 0; j < 64; j++) inputs[i * 64 + j] = (pixels[row * 64 + j] as number) / 16
    chosen[i] = labels[row] as number
  }
  return dataset(inputs, chosen, 10)
}
