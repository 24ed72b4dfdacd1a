import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { LinearModeConfig, LinearModeRecord } from './record.ts'

type Records = readonly LinearModeRecord[]

/** The time at which a mode has half its strength, between the two records around it. */
function halfRise(records: Records, { strengths }: LinearModeConfig, mode: number): number {
  const half = (strengths[mode] ?? Number.NaN) / 2
  const over = records.findIndex(({ strength }) => (strength[mode] as number) >= half)
  const [before, after] = [records[over - 1], records[over]]
  if (!after) return Number.NaN
  const [low, high] = [before?.strength[mode] ?? half, after.strength[mode] as number]
  const from = before?.time ?? after.time
  return from + ((half - low) / (high - low || 1)) * (after.time - from)
}

/** (τ/2s) ln(s/u₀ − 1), with τ = 1. */
function predictedHalfRise({ strengths, startSize }: LinearModeConfig, mode: number): number {
  const s = strengths[mode] ?? Number.NaN
  return math.log(s / (startSize * startSize) - 1) / (2 * s)
}

/** One measure a mode, for the first three. */
const steps = (mode: number) => (records: Records, config: LinearModeConfig) =>
  halfRise(records, config, mode) / config.learningRate
const predictedSteps = (mode: number) => (_: Records, config: LinearModeConfig) =>
  predictedHalfRise(config, mode) / config.learningRate

/** Numbers that captions, prose and claims quote. */
export const linearModeMeasures = {
  stepsToHalf1: measure('step', steps(0)),
  stepsToHalf2: measure('step', steps(1)),
  stepsToHalf3: measure('step', steps(2)),
  predictedSteps1: measure('step', predictedSteps(0)),
  predictedSteps2: measure('step', predictedSteps(1)),
  predictedSteps3: measure('step', predictedSteps(2)),
  /** Relative, the largest over the modes. */
  halfRiseError: measure('number', (records: Records, config: LinearModeConfig) =>
    Math.max(
      ...config.strengths.map((_, i) =>
        Math.abs(halfRise(records, config, i) / predictedHalfRise(config, i) - 1),
      ),
    ),
  ),
  /** The largest relative distance from the formula, over all modes and the whole of their curves. */
  curveError: measure('number', (records: Records) =>
    Math.max(
      ...records.flatMap(({ strength, predicted }) =>
        strength.map((u, i) => Math.abs(u / (predicted[i] as number) - 1)),
      ),
    ),
  ),
  crosstalk: measure('number', (records: Records) =>
    Math.max(...records.map(({ crosstalk }) => crosstalk)),
  ),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
}
