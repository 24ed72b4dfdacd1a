import { softplusMap } from '../kernels.ts'
import { exp, log1p } from '../math.ts'
import type { Activation } from './activation.ts'

/** ln(1+eᶻ), a smooth ReLU whose derivative is the sigmoid (Dugas et al. 2001). */
export const softplus: Activation = {
  id: 'softplus',
  value: (z) => (z > 0 ? z : 0) + log1p(exp(-Math.abs(z))),
  derivative(z) {
    const e = exp(-Math.abs(z))
    return (z >= 0 ? 1 : e) / (1 + e)
  },
  map: softplusMap,
  steepest: 1,
}
