import { rectify } from '../kernels.ts'
import type { Activation } from './activation.ts'

const negativeSlope = 0.01

/** z above zero and 0.01 z at and below it; the slope at zero is 0.01, as in PyTorch (Maas, Hannun and Ng 2013). */
export const leakyRelu: Activation = {
  id: 'leakyRelu',
  value: (z) => (z > 0 ? z : negativeSlope * z),
  derivative: (z) => (z > 0 ? 1 : negativeSlope),
  map: rectify,
  steepest: 1,
  parameter: { initial: negativeSlope, learned: false },
}
