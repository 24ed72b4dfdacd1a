/** What a view of pretraining shows of a run: the record at the step shown, and how far its layers are. */
import type { PretrainingConfig, PretrainingRecord } from '../../experiments/pretraining/record.ts'
import { recordAt } from '../shared/records.ts'
import type { ShownRun } from '../view.ts'

export interface Seen extends ShownRun<PretrainingConfig, PretrainingRecord> {
  readonly record: PretrainingRecord | undefined
  /** The records of pretraining, of all steps that have been run. */
  readonly layers: readonly Layer[]
  readonly labelled: readonly Labelled[]
  /** The last record of each layer's pretraining up to the step shown. */
  readonly done: readonly Layer[]
}

type Layer = PretrainingRecord & Required<Pick<PretrainingRecord, 'layer' | 'lost' | 'rebuilt'>>
type Labelled = PretrainingRecord &
  Required<Pick<PretrainingRecord, 'labelStep' | 'loss' | 'accuracy'>>

export function look(run: ShownRun<PretrainingConfig, PretrainingRecord>, at: number): Seen {
  const { records } = run
  const record = recordAt(records, at)
  const layers = records.filter((one): one is Layer => one.rebuilt !== undefined)
  const labelled = records.filter((one): one is Labelled => one.labelStep !== undefined)
  const upTo = layers.slice(0, records.indexOf(record as PretrainingRecord) + 1)
  const done = upTo.filter(({ layer }, i) => layer !== upTo[i + 1]?.layer)
  return { ...run, record, layers, labelled, done }
}
