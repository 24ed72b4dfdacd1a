import type { SaturatedNeuronRecord } from './record.ts'

type Records = readonly SaturatedNeuronRecord[]

/** The output before the update of a step. */
const outputAt =
  (step: number) =>
  (records: Records): number =>
    records.find((record) => record.step === step)?.activation ?? Number.NaN

/** Numbers that captions, prose and claims quote. */
export const saturatedNeuronMeasures = {
  outputAt0: outputAt(0),
  outputAt50: outputAt(50),
  outputAt100: outputAt(100),
  outputAt150: outputAt(150),
  outputAt200: outputAt(200),
  outputAt250: outputAt(250),
  outputAt300: outputAt(300),
  firstSlope: ([start]: Records) => start?.slope ?? Number.NaN,
  firstError: ([start]: Records) => start?.error ?? Number.NaN,
  firstDelta: ([start]: Records) => start?.delta ?? Number.NaN,
  firstLoss: ([start]: Records) => start?.loss ?? Number.NaN,
  lastLoss: (records: Records) => records.at(-1)?.loss ?? Number.NaN,
  lastDelta: (records: Records) => records.at(-1)?.delta ?? Number.NaN,
  /** The largest |δ| of the run, and the step that has it. */
  largestDelta: (records: Records) => Math.max(...records.map(({ delta }) => Math.abs(delta))),
  fastestStep: (records: Records) =>
    records.reduce((best, record) =>
      Math.abs(record.delta) > Math.abs(best.delta) ? record : best,
    ).step,
  /** Updates until the answer is nearer to the target than to its opposite; not a number if it never is. */
  stepsToHalfway: (records: Records) =>
    records.find(({ error }) => Math.abs(error) < 0.5)?.step ?? Number.NaN,
  /** How far the probed gradient is from backpropagation's, at worst, relative to it. */
  gradientError: (records: Records) =>
    Math.max(
      ...records.map(({ weightGradient, probedGradient }) =>
        Math.abs(probedGradient / weightGradient - 1),
      ),
    ),
}
