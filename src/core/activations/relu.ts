import { rectify } from '../kernels.ts'
import type { Activation } from './activation.ts'

/** max(0, z), with ReLU′(0) = 0 as in PyTorch (Fukushima 1969; Nair and Hinton 2010). */
export const relu: Activation = {
  id: 'relu',
  value: (z) => (z > 0 ? z : z <= 0 ? 0 : z),
  derivative: (z) => (z > 0 ? 1 : 0),
  map: rectify,
  steepest: 1,
  parameter: { initial: 0, learned: false },
}
