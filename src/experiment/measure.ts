import type { Unit } from './experiment.ts'

/** A measure: `read` with the unit of its number. */
export function measure<F extends (...args: never[]) => number>(
  unit: Unit,
  read: F,
): F & { readonly unit: Unit } {
  return Object.assign((...args: Parameters<F>) => read(...args), { unit }) as F & {
    readonly unit: Unit
  }
}
