import { math } from '../../core/index.ts'
import type { PretrainingRecord } from './record.ts'

type Records = readonly PretrainingRecord[]

const withLabels = (records: Records) => records.filter(({ phase }) => phase === 'labels')
const deltas = (records: Records) => withLabels(records)[0]?.deltaNorm?.slice(0, -1) ?? []
/** The last record of a layer's pretraining, counted from the first layer (0) or back from the last (−1). */
const ended = (records: Records, at: number) =>
  records.filter(({ layer, step }, i) => layer !== records[i + 1]?.layer && step > 0).at(at)

/** Numbers that captions, prose and claims quote. */
export const pretrainingMeasures = {
  firstLoss: (records: Records) => withLabels(records)[0]?.loss ?? Number.NaN,
  lastLoss: (records: Records) => records.at(-1)?.loss ?? Number.NaN,
  firstAccuracy: (records: Records) => withLabels(records)[0]?.accuracy ?? Number.NaN,
  lastAccuracy: (records: Records) => records.at(-1)?.accuracy ?? Number.NaN,
  lastPercentRight: (records: Records) => 100 * (records.at(-1)?.accuracy ?? Number.NaN),
  /** The first recorded step with labels at which nine in ten of the pictures put aside are read rightly. */
  stepsToNinety: (records: Records) =>
    records.find(({ accuracy = 0 }) => accuracy >= 0.9)?.labelStep ?? Number.POSITIVE_INFINITY,
  /** Before any label: δ of the first hidden layer, and what a layer leaves of δ on the way back. */
  firstDelta: (records: Records) => deltas(records)[0] ?? Number.NaN,
  lastDelta: (records: Records) => deltas(records).at(-1) ?? Number.NaN,
  factor: (records: Records) => {
    const all = deltas(records)
    const steps = all.length - 1
    return steps < 1 ? 1 : math.exp(math.log((all[0] as number) / (all.at(-1) as number)) / steps)
  },
  weakening: (records: Records) => {
    const all = deltas(records)
    return (all.at(-1) as number) / (all[0] as number)
  },
  /** What a layer's output misses of its input's variance, in percent, at the end of its pretraining. */
  firstLayerPercentLost: (records: Records) => 100 * (ended(records, 0)?.lost ?? Number.NaN),
  lastLayerPercentLost: (records: Records) => 100 * (ended(records, -1)?.lost ?? Number.NaN),
  untrainedLost: ([start]: Records) => start?.lost ?? Number.NaN,
  /** The share of the two roads' sizes that is the way there's, at the start and at the end of layer 1. */
  firstWayThere: ([start]: Records) => start?.wayThere ?? Number.NaN,
  firstWayBack: ([start]: Records) => start?.wayBack ?? Number.NaN,
  lastWayThere: (records: Records) => ended(records, 0)?.wayThere ?? Number.NaN,
  lastWayBack: (records: Records) => ended(records, 0)?.wayBack ?? Number.NaN,
}
