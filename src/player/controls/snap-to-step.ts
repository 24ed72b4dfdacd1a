import type { NumberParameter } from '../../experiment/parameters.ts'

/** The nearest value on a slider's steps. 0.1 · 3 is not 0.3; a slider's value should be what it says. */
export function snapToStep(
  value: number,
  { min, max, step }: Pick<NumberParameter, 'min' | 'max' | 'step'>,
): number {
  const stepped = Number((Math.round(value / step) * step).toPrecision(12))
  return Math.min(max, Math.max(min, stepped))
}
