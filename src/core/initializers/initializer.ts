import type { Stream } from '../random.ts'

/** Draws the first weights of a layer, `[fanOut, fanIn]`. Every one scales with `gain`. */
export interface Initializer {
  readonly id: string
  /** The standard deviation of one weight, which theory needs. */
  deviation(fanIn: number, fanOut: number, gain: number): number
  fill(weight: Float64Array, fanIn: number, fanOut: number, gain: number, stream: Stream): void
}

/** Independent normal weights with the given standard deviation. */
export function normalInitializer(id: string, deviation: Initializer['deviation']): Initializer {
  return {
    id,
    deviation,
    fill(weight, fanIn, fanOut, gain, stream) {
      const scale = deviation(fanIn, fanOut, gain)
      for (let i = 0; i < weight.length; i++) weight[i] = scale * stream.normal()
    },
  }
}

/** Independent uniform weights with the given standard deviation, that is on ±√3 times it. */
export function uniformInitializer(id: string, deviation: Initializer['deviation']): Initializer {
  return {
    id,
    deviation,
    fill(weight, fanIn, fanOut, gain, stream) {
      const bound = Math.sqrt(3) * deviation(fanIn, fanOut, gain)
      for (let i = 0; i < weight.length; i++) weight[i] = bound * (2 * stream.uniform() - 1)
    },
  }
}
