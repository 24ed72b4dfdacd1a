import { tanhMap } from '../kernels.ts'
import * as math from '../math.ts'
import type { Activation } from './activation.ts'

/**
 * tanh(z) = 2σ(2z) − 1, with tanh′(z) = 1 − tanh²(z) ≤ 1. Beyond |z| = 1 the slope is computed as
 * 4e⁻²ᶻ/(1+e⁻²ᶻ)²: where tanh rounds to 1 its slope is small, but not nought.
 */
export const tanh: Activation = {
  id: 'tanh',
  value: (z) => math.tanh(z),
  derivative(z) {
    const t = math.tanh(z)
    if (Math.abs(z) < 1) return (1 - t) * (1 + t)
    const e = math.exp(-2 * Math.abs(z))
    const whole = 2 / (1 + e)
    return whole * (e * whole)
  },
  map: tanhMap,
  steepest: 1,
}
