/**
 * A loss on one sigmoid output, over z: the loss itself, the two factors of its slope, ∂C/∂a and σ′(z),
 * and their product δ = ∂C/∂z.
 */

import { activations, type Loss, losses, math } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import type { LossSlopeConfig, LossSlopeRecord } from './record.ts'

/** Grid points on either side of 0, and how far they go. */
const half = 80
const reach = 8
/** Two to the power −17: a step that is exact in binary and near the best for central differences. */
const nudge = 1 / 131072

/** Both losses on the output a, so that ∂C/∂a and σ′ can be seen apart. */
const onOutput: Record<LossSlopeConfig['loss'], Loss> = {
  binaryCrossEntropy: losses.binaryCrossEntropyOnSigmoid,
  meanSquaredError: losses.meanSquaredError,
}

type Records = readonly LossSlopeRecord[]

export const lossSlope: Experiment<LossSlopeConfig, LossSlopeRecord> = {
  id: 'loss-slope',
  version: 1,
  parameters: {
    loss: {
      kind: 'choice',
      options: ['binaryCrossEntropy', 'meanSquaredError'],
      default: 'binaryCrossEntropy',
    },
    target: { kind: 'number', min: 0, max: 1, step: 0.05, default: 0 },
    z: { kind: 'number', min: -reach, max: reach, step: 0.1, default: 4 },
  },
  measures: {
    activation: measure('number', ([record]: Records) => record?.pointActivation ?? Number.NaN),
    loss: measure('loss', ([record]: Records) => record?.pointLoss ?? Number.NaN),
    outputGradient: measure(
      'number',
      ([record]: Records) => record?.pointOutputGradient ?? Number.NaN,
    ),
    slope: measure('number', ([record]: Records) => record?.pointSlope ?? Number.NaN),
    delta: measure('number', ([record]: Records) => record?.pointDelta ?? Number.NaN),
    /** How far δ is from the probed slope of the loss, relative to it. */
    probeError: measure('number', ([record]: Records) =>
      Math.abs((record?.pointDelta ?? Number.NaN) / (record?.pointProbedDelta ?? 0) - 1),
    ),
    /** The loss over −ln of the probability that a gives to y = 0: 1 for maximum likelihood. */
    lossOverSurprise: measure(
      'number',
      ([record]: Records) =>
        -(record?.pointLoss ?? Number.NaN) /
        math.log(activations.sigmoid.value(-(record?.pointZ ?? Number.NaN))),
    ),
  },
  *run({ loss: id, target, z: pointZ }) {
    const at = (z: number) => look(onOutput[id], z, target)
    const z = Array.from({ length: 2 * half + 1 }, (_, i) => (reach * (i - half)) / half)
    const looks = z.map(at)
    const point = at(pointZ)
    yield {
      z,
      loss: looks.map(({ value }) => value),
      outputGradient: looks.map(({ outputGradient }) => outputGradient),
      slope: looks.map(({ slope }) => slope),
      delta: looks.map(({ delta }) => delta),
      pointZ,
      pointActivation: point.a,
      pointLoss: point.value,
      pointOutputGradient: point.outputGradient,
      pointSlope: point.slope,
      pointDelta: point.delta,
      pointProbedDelta: (at(pointZ + nudge).value - at(pointZ - nudge).value) / (2 * nudge),
    }
  },
}

function look(loss: Loss, z: number, target: number) {
  const [a, y, gradient] = [Float64Array.of(0), Float64Array.of(target), Float64Array.of(0)]
  a[0] = activations.sigmoid.value(z)
  loss.gradient(a, y, gradient, 1, 1)
  const outputGradient = gradient[0] as number
  const slope = activations.sigmoid.derivative(z)
  return {
    a: a[0],
    value: loss.value(a, y, 1, 1),
    outputGradient,
    slope,
    delta: outputGradient * slope,
  }
}
