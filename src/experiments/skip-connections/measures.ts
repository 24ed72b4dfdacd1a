import { measure } from '../../experiment/measure.ts'
import { divergedAt, endLoss, factorPerLayer } from '../shared/measures.ts'
import type { SkipConnectionsRecord } from './record.ts'

type Records = readonly SkipConnectionsRecord[]

const first = (column: readonly number[] | undefined): number => column?.[0] ?? Number.NaN
const last = (column: readonly number[] | undefined): number => column?.at(-1) ?? Number.NaN

/** Numbers that captions, prose and claims quote. "Start" is before any update. */
export const skipConnectionsMeasures = {
  /** How many times weaker δ is in the first hidden layer than in the last, or stronger. */
  weakening: measure(
    'ratio',
    ([start]: Records) => last(start?.deltaNorm) / first(start?.deltaNorm),
  ),
  growth: measure('ratio', ([start]: Records) => first(start?.deltaNorm) / last(start?.deltaNorm)),
  predictedGrowth: measure(
    'ratio',
    ([start]: Records) => first(start?.predictedDelta) / last(start?.predictedDelta),
  ),
  /** What one layer leaves of δ, measured and predicted. */
  factor: measure('ratio', ([start]: Records) => factorPerLayer(start?.deltaNorm)),
  predictedFactor: measure('ratio', ([start]: Records) => factorPerLayer(start?.predictedDelta)),
  /** How many times larger z is in the last hidden layer than in the first. */
  swelling: measure('number', ([start]: Records) => last(start?.size) / first(start?.size)),
  /** In how many directions z differs between pictures, in the first and in the last hidden layer. */
  firstDirections: measure('count', ([start]: Records) => first(start?.directions)),
  lastDirections: measure('count', ([start]: Records) => last(start?.directions)),
  firstLoss: measure('loss', ([start]: Records) => start?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  endLoss: measure('loss', endLoss),
  percentWrong: measure(
    'percent',
    (records: Records) => 100 * (1 - (records.at(-1)?.accuracy ?? Number.NaN)),
  ),
  divergedAt: measure('step', divergedAt),
}
