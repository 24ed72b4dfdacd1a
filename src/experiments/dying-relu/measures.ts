import type { DyingReluRecord } from './record.ts'

type Records = readonly DyingReluRecord[]

/** Over the hidden layers, which are all of one width. */
const mean = (shares: readonly number[] | undefined): number =>
  (shares ?? []).reduce((total, share) => total + share, 0) / (shares?.length ?? 0)

/** Numbers that captions, prose and claims quote. */
export const dyingReluMeasures = {
  /** Of all hidden units: off for every example, and without any gradient. */
  firstOff: (records: Records) => mean(records[0]?.offShare),
  lastOff: (records: Records) => mean(records.at(-1)?.offShare),
  mostOff: (records: Records) => Math.max(...records.map(({ offShare }) => mean(offShare))),
  lastDead: (records: Records) => mean(records.at(-1)?.deadShare),
  lastLoss: (records: Records) => records.at(-1)?.loss ?? Number.NaN,
  lastAccuracy: (records: Records) => records.at(-1)?.accuracy ?? Number.NaN,
  /** Between one record and the next, units of layer 1 that were dead and are not any more: there are none. */
  revivedInFirstLayer: (records: Records) =>
    records.reduce((most, { deadShare }, i) => {
      const before = records[i - 1]?.deadShare[0] ?? 0
      return Math.max(most, before - (deadShare[0] ?? 0))
    }, 0),
  leastSlope: (records: Records) => Math.min(...(records.at(-1)?.learnedSlope ?? [Number.NaN])),
  greatestSlope: (records: Records) => Math.max(...(records.at(-1)?.learnedSlope ?? [Number.NaN])),
  firstSlope: (records: Records) => records[0]?.learnedSlope?.[0] ?? Number.NaN,
}
