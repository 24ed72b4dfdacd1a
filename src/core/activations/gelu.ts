import { geluMap, INVERSE_ROOT_TAU } from '../kernels.ts'
import { erfc, exp } from '../math.ts'
import type { Activation } from './activation.ts'

/** zΦ(z), Φ the normal distribution function: exact, not the tanh approximation (Hendrycks and Gimpel 2016). */
export const gelu: Activation = {
  id: 'gelu',
  value: (z) => z * normalBelow(z),
  derivative: (z) => normalBelow(z) + z * (exp(-0.5 * z * z) * INVERSE_ROOT_TAU),
  map: geluMap,
  steepest: 1.1289041451851549, // at z = √2, where φ″ = (2 − z²)e^(−z²/2)/√(2π) is 0
}

const normalBelow = (z: number): number => 0.5 * erfc(-z * Math.SQRT1_2)
