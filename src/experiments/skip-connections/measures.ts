import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { SkipConnectionsRecord } from './record.ts'

type Records = readonly SkipConnectionsRecord[]

const first = (column: readonly number[] | undefined): number => column?.[0] ?? Number.NaN
const last = (column: readonly number[] | undefined): number => column?.at(-1) ?? Number.NaN

/** The geometric mean of the factors from each layer back to the one before it. */
function factorPerLayer(deltas: readonly number[] = []): number {
  const steps = deltas.length - 1
  if (steps < 1) return 1
  return math.exp(math.log(first(deltas) / last(deltas)) / steps)
}

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
  /** The mean loss of the last five records: one batch alone is noisy. */
  endLoss: measure('loss', (records: Records) => {
    const end = records.slice(-5)
    return end.reduce((sum, { loss }) => sum + loss, 0) / end.length
  }),
  percentWrong: measure(
    'percent',
    (records: Records) => 100 * (1 - (records.at(-1)?.accuracy ?? Number.NaN)),
  ),
  /** The step at which the run left the finite numbers, or −1. */
  divergedAt: measure('step', (records: Records) => {
    const end = records.at(-1)
    return end?.divergedQuantity === undefined ? -1 : end.step
  }),
}
