import { rectify } from '../kernels.ts'
import type { Activation } from './activation.ts'

/** φ(z) = z: a layer that stays linear. */
export const identity: Activation = {
  id: 'identity',
  value: (z) => z,
  derivative: () => 1,
  map: (z, a, slope, count) => rectify(z, a, slope, count, 1),
  steepest: 1,
}
