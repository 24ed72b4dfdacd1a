import { eluMap } from '../kernels.ts'
import { exp, expm1 } from '../math.ts'
import type { Activation } from './activation.ts'

/** z above zero and eᶻ − 1 at and below it (α = 1; Clevert, Unterthiner and Hochreiter 2016). */
export const elu: Activation = {
  id: 'elu',
  value: (z) => (z > 0 ? z : expm1(z)),
  derivative: (z) => (z > 0 ? 1 : exp(z)),
  map: eluMap,
  steepest: 1,
}
