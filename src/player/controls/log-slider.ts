/** A slider whose steps are alike in proportion. Where `min` is 0, its left end is 0 and the step next to it `step`. */
import type { NumberParameter } from '../../experiment/parameters.ts'

type Range = Pick<NumberParameter, 'min' | 'max' | 'step'>

export const sliderSteps = 200

export function toSlider(value: number, range: Range): number {
  const { max } = range
  const [low, first] = lowest(range)
  if (value < low) return 0
  return first + Math.round(((sliderSteps - first) * Math.log(value / low)) / Math.log(max / low))
}

/** Two significant digits, so that a slider gives numbers one would also type. */
export function fromSlider(at: number, range: Range): number {
  const { min, max, step } = range
  const [low, first] = lowest(range)
  if (at <= 0) return min
  if (at >= sliderSteps) return max
  const exact = low * (max / low) ** ((at - first) / (sliderSteps - first))
  const value = step === 1 ? Math.round(exact) : Number(exact.toPrecision(2))
  return Math.min(max, Math.max(min, value))
}

/** The smallest value above 0, and where on the slider it stands. */
const lowest = ({ min, step }: Range): [value: number, at: number] =>
  min > 0 ? [min, 0] : [step, 1]
