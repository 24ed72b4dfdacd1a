import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { TinyCnnRecord } from './record.ts'

type Records = readonly TinyCnnRecord[]

/** The geometric mean of the factors from each convolution back to the one before it. */
function factorPerLayer(deltas: readonly number[]): number {
  const steps = deltas.length - 1
  if (steps < 1) return 1
  return math.exp(math.log((deltas[0] as number) / (deltas.at(-1) as number)) / steps)
}

/** The mean over the last few recorded batches: one batch alone says little. */
function lately(records: Records, read: (record: TinyCnnRecord) => number): number {
  const last = records.slice(-4)
  return last.reduce((sum, record) => sum + read(record), 0) / last.length
}

/** Numbers that captions, prose and claims quote. "Start" is before any update. */
export const tinyCnnMeasures = {
  /** How many times weaker δ is in the first convolution than in the last, at the start. */
  weakening: measure(
    'ratio',
    ([start]: Records) =>
      (start?.deltaNorm.at(-2) ?? Number.NaN) / (start?.deltaNorm[0] ?? Number.NaN),
  ),
  /** What one convolution leaves of δ at the start, measured and predicted. */
  factor: measure('ratio', ([start]: Records) =>
    factorPerLayer(start?.deltaNorm.slice(0, -1) ?? []),
  ),
  predictedFactor: measure('ratio', ([start]: Records) =>
    factorPerLayer(start?.predictedDelta ?? []),
  ),
  /** The shared weights' gradient over that of one place, at the start: in the first convolution, the last, and the middle of all. */
  firstSharing: measure('number', ([start]: Records) => start?.sharing[0] ?? Number.NaN),
  lastSharing: measure('number', ([start]: Records) => start?.sharing.at(-1) ?? Number.NaN),
  leastSharing: measure('number', ([start]: Records) => Math.min(...(start?.sharing ?? []))),
  mostSharing: measure('number', ([start]: Records) => Math.max(...(start?.sharing ?? []))),
  lastLoss: measure('loss', (records: Records) => lately(records, ({ loss }) => loss)),
  lastPercentRight: measure(
    'percent',
    (records: Records) => 100 * lately(records, ({ accuracy }) => accuracy),
  ),
}
