import { rectify } from '../kernels.ts'
import type { Activation } from './activation.ts'

/** φ(z) = z: a layer that stays linear. */
export const identity: Activation = {
  id: 'identity',
  value: (z) => z,
  derivative: () => 1,
  map: rectify,
  steepest: 1,
  parameter: { initial: 1, learned: false },
}
