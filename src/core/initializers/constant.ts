import type { Initializer } from './initializer.ts'

/** Every weight or bias equal to `gain`; with gain 0, zeros. */
export const constant: Initializer = {
  id: 'constant',
  deviation: () => 0,
  fill(weight, _fanIn, _fanOut, gain) {
    weight.fill(gain)
  },
}
