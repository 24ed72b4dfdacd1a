/** What a view of the classifier shows: a run at a step, and one of the examples put aside. */
import type {
  SoftmaxClassifierConfig,
  SoftmaxClassifierRecord,
} from '../../experiments/softmax-classifier/record.ts'
import { recordAt } from '../shared/records.ts'
import type { ShownRun } from '../view.ts'

export type Shown = ShownRun<SoftmaxClassifierConfig, SoftmaxClassifierRecord>

export type Choice = {
  /** Of the examples put aside, counted from 1. */
  readonly example: number
  /** −1 for the last. */
  readonly at: number
}

/** A run at the step shown, with the example that is spoken of. */
export interface Seen {
  readonly record: SoftmaxClassifierRecord
  readonly inputs: readonly number[]
  readonly labels: readonly number[]
  readonly reach: number
  readonly classes: number
  readonly features: number
  readonly isPlane: boolean
  readonly example: number
}

export function look({ records }: Shown, { at, example }: Choice): Seen | undefined {
  const [first] = records
  const record = recordAt(records, at)
  if (!first?.inputs || !first.labels || !record) return undefined
  const { inputs, labels, reach = 1 } = first
  return {
    record,
    inputs,
    labels,
    reach,
    classes: record.outputs.length / labels.length,
    features: inputs.length / labels.length,
    isPlane: record.regions !== undefined,
    example: Math.min(example, labels.length) - 1,
  }
}

/** Digits are called by their number, arms and pixels counted from 1. */
export const classNames = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => String(i + from))
export const classesOf = ({ classes, isPlane }: Seen) =>
  classNames(classes, Number(isPlane)).map(Number)

export const outputsOf = ({ record, classes }: Seen, i: number): readonly number[] =>
  record.outputs.slice(i * classes, (i + 1) * classes)

export function answerOf(seen: Seen, i: number): number {
  const a = outputsOf(seen, i)
  return Math.max(0, a.indexOf(Math.max(...a)))
}
