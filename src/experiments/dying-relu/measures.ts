import { measure } from '../../experiment/measure.ts'
import type { DyingReluRecord } from './record.ts'

type Records = readonly DyingReluRecord[]

/** Over the hidden layers, which are all of one width. */
const mean = (shares: readonly number[] | undefined): number =>
  (shares ?? []).reduce((total, share) => total + share, 0) / (shares?.length ?? 0)

/** Numbers that captions, prose and claims quote. */
export const dyingReluMeasures = {
  /** Of all hidden units: off for every example, and without any gradient. */
  firstOff: measure('share', (records: Records) => mean(records[0]?.offShare)),
  lastOff: measure('share', (records: Records) => mean(records.at(-1)?.offShare)),
  mostOff: measure('share', (records: Records) =>
    Math.max(...records.map(({ offShare }) => mean(offShare))),
  ),
  lastDead: measure('share', (records: Records) => mean(records.at(-1)?.deadShare)),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  lastAccuracy: measure('share', (records: Records) => records.at(-1)?.accuracy ?? Number.NaN),
  /** Between one record and the next, units of layer 1 that were dead and are not any more: there are none. */
  revivedInFirstLayer: measure('number', (records: Records) =>
    records.reduce((most, { deadShare }, i) => {
      const before = records[i - 1]?.deadShare[0] ?? 0
      return Math.max(most, before - (deadShare[0] ?? 0))
    }, 0),
  ),
  leastSlope: measure('number', (records: Records) =>
    Math.min(...(records.at(-1)?.learnedSlope ?? [Number.NaN])),
  ),
  greatestSlope: measure('number', (records: Records) =>
    Math.max(...(records.at(-1)?.learnedSlope ?? [Number.NaN])),
  ),
  firstSlope: measure('number', (records: Records) => records[0]?.learnedSlope?.[0] ?? Number.NaN),
}
