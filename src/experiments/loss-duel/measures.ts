import { measure } from '../../experiment/measure.ts'
import type { LossDuelRecord } from './record.ts'

type Records = readonly LossDuelRecord[]

const output = (record: LossDuelRecord | undefined) => record?.deltaNorm.at(-1) ?? Number.NaN
const first = (record: LossDuelRecord | undefined) => record?.deltaNorm[0] ?? Number.NaN

/** Numbers that captions, prose and claims quote. "Start" is before any update. */
export const lossDuelMeasures = {
  /** The size of a − y, and of δ at the output and in hidden layer 1, at the start. */
  outputError: measure('number', ([start]: Records) => start?.outputError ?? Number.NaN),
  outputDelta: measure('number', ([start]: Records) => output(start)),
  hiddenDelta: measure('number', ([start]: Records) => first(start)),
  /** What is left of a − y in the output's δ, at the start: 1 where nothing is multiplied in. */
  outputFactor: measure(
    'ratio',
    ([start]: Records) => output(start) / (start?.outputError ?? Number.NaN),
  ),
  /** The same in percent. */
  outputPercent: measure(
    'percent',
    ([start]: Records) => (100 * output(start)) / (start?.outputError ?? Number.NaN),
  ),
  /** How many times weaker δ is in hidden layer 1 than at the output, at the start. */
  weakening: measure('ratio', ([start]: Records) => output(start) / first(start)),
  /** The share of the digits read wrongly, before training and after it. */
  firstError: measure('number', ([start]: Records) => start?.error ?? Number.NaN),
  lastError: measure('number', (records: Records) => records.at(-1)?.error ?? Number.NaN),
  lastPercentWrong: measure(
    'percent',
    (records: Records) => 100 * (records.at(-1)?.error ?? Number.NaN),
  ),
  /** The first recorded step with at most a tenth read wrongly, or −1. */
  tenthAt: measure(
    'step',
    (records: Records) => records.find(({ error }) => error <= 0.1)?.step ?? -1,
  ),
  firstLoss: measure('loss', ([start]: Records) => start?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  /** The step at which the run left the finite numbers, or −1. */
  divergedAt: measure('step', (records: Records) => {
    const last = records.at(-1)
    return last?.divergedQuantity === undefined ? -1 : last.step
  }),
}
