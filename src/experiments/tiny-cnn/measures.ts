import { measure } from '../../experiment/measure.ts'
import { factorPerLayer, meanOfLast } from '../shared/measures.ts'
import type { TinyCnnRecord } from './record.ts'

type Records = readonly TinyCnnRecord[]

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
  lastLoss: measure('loss', (records: Records) => meanOfLast(records, 4, ({ loss }) => loss)),
  lastPercentRight: measure(
    'percent',
    (records: Records) => 100 * meanOfLast(records, 4, ({ accuracy }) => accuracy),
  ),
}
