/**
 * An activation function and its derivative over z, with the stretches where it is saturated: where
 * its slope is below a tenth of the steepest it has.
 */

import { type Activation, type ActivationId, activations } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import type { ActivationPlotConfig, ActivationPlotRecord } from './record.ts'

/** Grid points on either side of 0. A power of two, so that whole numbers stand in the grid exactly. */
const half = 128

const options = Object.keys(activations) as ActivationId[]

type Records = readonly ActivationPlotRecord[]

export const activationPlot: Experiment<ActivationPlotConfig, ActivationPlotRecord> = {
  id: 'activation-plot',
  version: 1,
  parameters: {
    activation: { kind: 'choice', options, default: 'sigmoid' },
    z: { kind: 'number', min: -12, max: 12, step: 0.05, default: 2 },
    range: { kind: 'number', min: 1, max: 12, step: 1, default: 8 },
  },
  measures: {
    valueAtPoint: measure('number', ([record]: Records) => record?.pointValue ?? Number.NaN),
    slopeAtPoint: measure('number', ([record]: Records) => record?.pointDerivative ?? Number.NaN),
    /** Of all slopes drawn, by size. */
    steepest: measure('number', ([record]: Records) =>
      Math.max(...(record?.derivative.map(Math.abs) ?? [])),
    ),
    /** How many times smaller than that the slope at the point is. */
    flattening: measure(
      'number',
      ([record]: Records) =>
        Math.max(...(record?.derivative.map(Math.abs) ?? [])) /
        Math.abs(record?.pointDerivative ?? Number.NaN),
    ),
    /** The z that are not saturated, as a length. */
    unsaturatedWidth: measure('number', ([record]: Records) => {
      const { z = [], saturated = [] } = record ?? {}
      const ends = saturated.reduce((total, end, i) => total + (i % 2 === 0 ? -end : end), 0)
      return (z.at(-1) ?? Number.NaN) - (z[0] ?? Number.NaN) - ends
    }),
    /** Where saturation begins on the right; not a number where it does not. */
    saturatedFrom: measure(
      'number',
      ([record]: Records) =>
        record?.saturated.find((end, i) => i % 2 === 0 && end > 0) ?? Number.NaN,
    ),
  },
  *run({ activation: id, z: pointZ, range }) {
    const activation = activations[id]
    const reach = Math.max(range, Math.abs(pointZ))
    const z = Array.from({ length: 2 * half + 1 }, (_, i) => (reach * (i - half)) / half)
    yield {
      z,
      value: z.map((x) => activation.value(x)),
      derivative: z.map((x) => activation.derivative(x)),
      saturated: saturatedStretches(activation, z),
      pointZ,
      pointValue: activation.value(pointZ),
      pointDerivative: activation.derivative(pointZ),
    }
  },
}

function saturatedStretches(activation: Activation, z: readonly number[]): number[] {
  const isFlat = (x: number) => Math.abs(activation.derivative(x)) < activation.steepest / 10
  const ends: number[] = []
  z.forEach((x, i) => {
    const before = z[i - 1]
    if (before === undefined ? isFlat(x) : isFlat(x) !== isFlat(before))
      ends.push(before === undefined ? x : border(isFlat, before, x))
  })
  if (ends.length % 2 === 1) ends.push(z.at(-1) as number)
  return ends
}

/** Where a yes becomes a no between two points, or the other way about: halved until nothing is between. */
function border(test: (x: number) => boolean, from: number, to: number): number {
  let [left, right] = [from, to]
  for (;;) {
    const middle = (left + right) / 2
    if (middle <= left || middle >= right) return right
    if (test(middle) === test(from)) left = middle
    else right = middle
  }
}
