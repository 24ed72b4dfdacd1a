import type { Parameter } from '../layers/layer.ts'
import { norm } from './norms.ts'

/** Measures ‖Δθ‖/‖θ‖ of each parameter around an optimiser's step: how far it moved for its size. */
export class UpdateRatios {
  readonly #parameters: readonly Parameter[]
  readonly #before: readonly Float64Array[]

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters
    this.#before = parameters.map((p) => new Float64Array(p.value.length))
  }

  /** Remembers where the parameters stand. */
  mark(): void {
    this.#parameters.forEach((p, i) => {
      this.#before[i]?.set(p.value)
    })
  }

  /** One ratio a parameter, for the change since `mark`. Overwrites what was remembered. */
  read(): number[] {
    return this.#parameters.map(({ value }, i) => {
      const before = this.#before[i] as Float64Array
      const size = norm(before)
      for (let j = 0; j < value.length; j++)
        before[j] = (value[j] as number) - (before[j] as number)
      return norm(before) / size
    })
  }
}
