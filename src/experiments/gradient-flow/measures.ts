import { measure } from '../../experiment/measure.ts'
import { divergedAt, endLoss, factorPerLayer } from '../shared/measures.ts'
import type { GradientFlowRecord } from './record.ts'

type Records = readonly GradientFlowRecord[]

/** The first hidden layer and the last: the output layer stands behind them. */
const firstHidden = (column: readonly number[] | undefined): number => column?.[0] ?? Number.NaN
const lastHidden = (column: readonly number[] | undefined): number => column?.at(-2) ?? Number.NaN

/** Numbers that captions, prose and claims quote. "Start" is before any update. */
export const gradientFlowMeasures = {
  /** How many times weaker δ is in the first hidden layer than in the last, at the start. */
  weakening: measure(
    'ratio',
    ([start]: Records) => lastHidden(start?.deltaNorm) / firstHidden(start?.deltaNorm),
  ),
  /** And how many times stronger, when it explodes. */
  growth: measure(
    'ratio',
    ([start]: Records) => firstHidden(start?.deltaNorm) / lastHidden(start?.deltaNorm),
  ),
  /** What one layer leaves of δ at the start, measured and predicted. */
  factor: measure('ratio', ([start]: Records) =>
    factorPerLayer(start?.deltaNorm.slice(0, -1) ?? []),
  ),
  predictedFactor: measure('ratio', ([start]: Records) =>
    factorPerLayer(start?.predictedDelta ?? []),
  ),
  biasGradientRatio: measure(
    'ratio',
    ([start]: Records) =>
      lastHidden(start?.biasGradientNorm) / firstHidden(start?.biasGradientNorm),
  ),
  firstLoss: measure('loss', (records: Records) => records[0]?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  endLoss: measure('loss', endLoss),
  lastAccuracy: measure('share', (records: Records) => records.at(-1)?.accuracy ?? Number.NaN),
  /** ‖ΔW‖/‖W‖ of the first update, in the first and in the last hidden layer. */
  firstLayerUpdate: measure('ratio', ([start]: Records) => firstHidden(start?.updateRatio)),
  lastLayerUpdate: measure('ratio', ([start]: Records) => lastHidden(start?.updateRatio)),
  /** How many updates as large as the first would add up to the size of the layer's weights. */
  stepsToMoveFirstLayer: measure('step', ([start]: Records) => 1 / firstHidden(start?.updateRatio)),
  stepsToMoveLastLayer: measure('step', ([start]: Records) => 1 / lastHidden(start?.updateRatio)),
  updateImbalance: measure(
    'ratio',
    ([start]: Records) => lastHidden(start?.updateRatio) / firstHidden(start?.updateRatio),
  ),
  /** The share of the hidden units, over layers and examples, that are saturated at the start. */
  saturatedShare: measure('share', ([start]: Records) => {
    const shares = start?.saturatedFraction.slice(0, -1) ?? []
    return shares.reduce((total, share) => total + share, 0) / shares.length
  }),
  divergedAt: measure('step', divergedAt),
}
