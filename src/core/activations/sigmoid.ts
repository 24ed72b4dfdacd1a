import { sigmoidMap } from '../kernels.ts'
import { exp } from '../math.ts'
import type { Activation } from './activation.ts'

/** The logistic function σ(z) = 1/(1+e⁻ᶻ), with σ′(z) = e⁻ᶻ/(1+e⁻ᶻ)² = σ(z)σ(−z) ≤ 1/4. */
export const sigmoid: Activation = {
  id: 'sigmoid',
  value(z) {
    const e = exp(-Math.abs(z))
    const whole = 1 / (1 + e)
    return z >= 0 ? whole : e * whole
  },
  derivative(z) {
    const e = exp(-Math.abs(z))
    const whole = 1 / (1 + e)
    return whole * (e * whole)
  },
  map: sigmoidMap,
  steepest: 0.25,
}
