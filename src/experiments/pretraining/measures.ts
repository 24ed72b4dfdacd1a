import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { PretrainingRecord } from './record.ts'

type Records = readonly PretrainingRecord[]

const withLabels = (records: Records) => records.filter(({ phase }) => phase === 'labels')
const deltas = (records: Records) => withLabels(records)[0]?.deltaNorm?.slice(0, -1) ?? []
/** The last record of a layer's pretraining, counted from the first layer (0) or back from the last (−1). */
const ended = (records: Records, at: number) =>
  records.filter(({ layer, step }, i) => layer !== records[i + 1]?.layer && step > 0).at(at)

/** Numbers that captions, prose and claims quote. */
export const pretrainingMeasures = {
  firstLoss: measure('loss', (records: Records) => withLabels(records)[0]?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  firstAccuracy: measure(
    'share',
    (records: Records) => withLabels(records)[0]?.accuracy ?? Number.NaN,
  ),
  lastAccuracy: measure('share', (records: Records) => records.at(-1)?.accuracy ?? Number.NaN),
  lastPercentRight: measure(
    'percent',
    (records: Records) => 100 * (records.at(-1)?.accuracy ?? Number.NaN),
  ),
  /** The first recorded step with labels at which nine in ten of the pictures put aside are read rightly. */
  stepsToNinety: measure(
    'step',
    (records: Records) =>
      records.find(({ accuracy = 0 }) => accuracy >= 0.9)?.labelStep ?? Number.POSITIVE_INFINITY,
  ),
  /** Before any label: δ of the first hidden layer, and what a layer leaves of δ on the way back. */
  firstDelta: measure('number', (records: Records) => deltas(records)[0] ?? Number.NaN),
  lastDelta: measure('number', (records: Records) => deltas(records).at(-1) ?? Number.NaN),
  factor: measure('ratio', (records: Records) => {
    const all = deltas(records)
    const steps = all.length - 1
    return steps < 1 ? 1 : math.exp(math.log((all[0] as number) / (all.at(-1) as number)) / steps)
  }),
  weakening: measure('ratio', (records: Records) => {
    const all = deltas(records)
    return (all.at(-1) as number) / (all[0] as number)
  }),
  /** What a layer's output misses of its input's variance, in percent, at the end of its pretraining. */
  firstLayerPercentLost: measure(
    'percent',
    (records: Records) => 100 * (ended(records, 0)?.lost ?? Number.NaN),
  ),
  lastLayerPercentLost: measure(
    'percent',
    (records: Records) => 100 * (ended(records, -1)?.lost ?? Number.NaN),
  ),
  untrainedLost: measure('number', ([start]: Records) => start?.lost ?? Number.NaN),
  /** The share of the two roads' sizes that is the way there's, at the start and at the end of layer 1. */
  firstWayThere: measure('number', ([start]: Records) => start?.wayThere ?? Number.NaN),
  firstWayBack: measure('number', ([start]: Records) => start?.wayBack ?? Number.NaN),
  lastWayThere: measure('number', (records: Records) => ended(records, 0)?.wayThere ?? Number.NaN),
  lastWayBack: measure('number', (records: Records) => ended(records, 0)?.wayBack ?? Number.NaN),
}
