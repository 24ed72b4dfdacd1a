import { measure } from '../../experiment/measure.ts'
import type { SaturatedNeuronRecord } from './record.ts'

type Records = readonly SaturatedNeuronRecord[]

/** The output before the update of a step. */
const outputAt =
  (step: number) =>
  (records: Records): number =>
    records.find((record) => record.step === step)?.activation ?? Number.NaN

/** Numbers that captions, prose and claims quote. */
export const saturatedNeuronMeasures = {
  outputAt0: measure('number', outputAt(0)),
  outputAt50: measure('number', outputAt(50)),
  outputAt100: measure('number', outputAt(100)),
  outputAt150: measure('number', outputAt(150)),
  outputAt200: measure('number', outputAt(200)),
  outputAt250: measure('number', outputAt(250)),
  outputAt300: measure('number', outputAt(300)),
  firstSlope: measure('number', ([start]: Records) => start?.slope ?? Number.NaN),
  firstError: measure('number', ([start]: Records) => start?.error ?? Number.NaN),
  firstDelta: measure('number', ([start]: Records) => start?.delta ?? Number.NaN),
  firstLoss: measure('loss', ([start]: Records) => start?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  lastDelta: measure('number', (records: Records) => records.at(-1)?.delta ?? Number.NaN),
  /** The largest |δ| of the run, and the step that has it. */
  largestDelta: measure('number', (records: Records) =>
    Math.max(...records.map(({ delta }) => Math.abs(delta))),
  ),
  fastestStep: measure(
    'step',
    (records: Records) =>
      records.reduce((best, record) =>
        Math.abs(record.delta) > Math.abs(best.delta) ? record : best,
      ).step,
  ),
  /** Updates until the answer is nearer to the target than to its opposite; not a number if it never is. */
  stepsToHalfway: measure(
    'step',
    (records: Records) => records.find(({ error }) => Math.abs(error) < 0.5)?.step ?? Number.NaN,
  ),
  /** How far the probed gradient is from backpropagation's, at worst, relative to it. */
  gradientError: measure('number', (records: Records) =>
    Math.max(
      ...records.map(({ weightGradient, probedGradient }) =>
        Math.abs(probedGradient / weightGradient - 1),
      ),
    ),
  ),
}
