import { rectify } from '../kernels.ts'
import type { Activation } from './activation.ts'

/** z above zero and αz at and below it; each layer learns its α, from 0.25 (He, Zhang, Ren and Sun 2015). */
export const prelu: Activation = {
  id: 'prelu',
  value: (z, alpha = 0.25) => (z > 0 ? z : alpha * z),
  derivative: (z, alpha = 0.25) => (z > 0 ? 1 : alpha),
  map: rectify,
  steepest: 1,
  parameter: { initial: 0.25, learned: true },
}
