import { siluMap } from '../kernels.ts'
import { exp } from '../math.ts'
import type { Activation } from './activation.ts'

/** zσ(z), also called swish, a smooth ReLU that dips below zero (Elfwing, Uchibe and Doya 2018). */
export const silu: Activation = {
  id: 'silu',
  value: (z) => z * sides(z).gate,
  derivative(z) {
    const { gate, rest } = sides(z)
    return gate * (1 + z * rest)
  },
  map: siluMap,
  steepest: 1.099839320128867, // at z = 2.3994, where φ″ is 0
}

/** σ(z) and σ(−z), neither of them as a difference. */
function sides(z: number): { gate: number; rest: number } {
  const e = exp(-Math.abs(z))
  const larger = 1 / (1 + e)
  const smaller = e * larger
  return z >= 0 ? { gate: larger, rest: smaller } : { gate: smaller, rest: larger }
}
