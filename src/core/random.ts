/**
 * Seeded random streams. Every draw on the site comes from here, and each purpose has a stream of its
 * own, so that changing the data seed leaves the initial weights alone, and the other way round.
 */
import { cos, log, sin } from './math.ts'

const purposes = { data: 1, weights: 2, biases: 3, batches: 4 } as const
export type Purpose = keyof typeof purposes

export interface Stream {
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number
  /** Standard normal, mean 0 and variance 1 (Box and Muller 1958). */
  normal(): number
  /** The numbers 0 … count − 1 in random order (Fisher and Yates, in Durstenfeld's form). */
  permutation(count: number): Int32Array
}

/**
 * The stream of a seed for one purpose. `index` tells streams of the same purpose apart, for instance
 * one for each layer's weights, so that a deeper network keeps the weights of the shallower one.
 */
export function stream(seed: number, purpose: Purpose, index = 0): Stream {
  const next = xoshiro128(seedState(seed, purposes[purpose], index))
  const uniform = () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000
  let spare: number | undefined
  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const value = spare
        spare = undefined
        return value
      }
      const radius = Math.sqrt(-2 * log(1 - uniform()))
      const angle = 2 * Math.PI * uniform()
      spare = radius * sin(angle)
      return radius * cos(angle)
    },
    permutation(count) {
      const order = Int32Array.from({ length: count }, (_, i) => i)
      for (let i = count - 1; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1))
        const held = order[i] as number
        order[i] = order[j] as number
        order[j] = held
      }
      return order
    },
  }
}

/** xoshiro128** (Blackman and Vigna 2021): 32 bits a call, period 2¹²⁸ − 1, integer operations only. */
export function xoshiro128(state: Uint32Array): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = state
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

/** Mixes the words of the seed into four words of state (the finaliser of MurmurHash3, Appleby 2011). */
function seedState(...words: readonly number[]): Uint32Array {
  const state = new Uint32Array(4)
  let hash = 0
  for (let i = 0; i < 4; i++) {
    for (const word of [i + 1, ...words]) {
      hash = Math.imul(hash ^ word, 0x9e3779b1)
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
      hash ^= hash >>> 16
    }
    state[i] = hash
  }
  if (state.every((word) => word === 0)) state[0] = 1 // all zeros is the one state it cannot leave
  return state
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by))
