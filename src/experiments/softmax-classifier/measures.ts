import { measure } from '../../experiment/measure.ts'
import type { SoftmaxClassifierRecord } from './record.ts'

type Records = readonly SoftmaxClassifierRecord[]

/** Of the examples put aside, what share is answered with its own class. */
function accuracy(record: SoftmaxClassifierRecord | undefined, labels: readonly number[] = []) {
  const right = answersOf(record, labels.length).filter((answer, i) => answer === labels[i])
  return right.length / labels.length
}

function answersOf(record: SoftmaxClassifierRecord | undefined, count: number): number[] {
  const classes = (record?.outputs.length ?? 0) / count
  return Array.from({ length: count }, (_, i) => {
    const a = record?.outputs.slice(i * classes, (i + 1) * classes) ?? []
    return a.indexOf(Math.max(...a))
  })
}

/** The example, counted from 1, whose wrong answer has the largest output, and that output. */
function surest(records: Records): { example: number; output: number } {
  const [last, labels = []] = [records.at(-1), records[0]?.labels]
  const classes = (last?.outputs.length ?? 0) / labels.length
  let best = { example: 0, output: 0 }
  answersOf(last, labels.length).forEach((answer, i) => {
    const output = last?.outputs[i * classes + answer] ?? 0
    if (answer !== labels[i] && output > best.output) best = { example: i + 1, output }
  })
  return best
}

/** Numbers that captions, prose and claims quote. */
export const softmaxClassifierMeasures = {
  firstLoss: measure('loss', ([start]: Records) => start?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  firstAccuracy: measure('share', ([start]: Records) => accuracy(start, start?.labels)),
  lastAccuracy: measure('share', (records: Records) =>
    accuracy(records.at(-1), records[0]?.labels),
  ),
  /** How many of the examples put aside are answered wrongly at the end. */
  mistakes: measure('count', (records: Records) => {
    const labels = records[0]?.labels ?? []
    return Math.round((1 - accuracy(records.at(-1), labels)) * labels.length)
  }),
  surestMistake: measure('number', (records: Records) => surest(records).example),
  surestMistakeOutput: measure('number', (records: Records) => surest(records).output),
  /** The largest distance of Σ a from 1, over all examples put aside and all records. */
  sumError: measure('number', (records: Records) => {
    const count = records[0]?.labels?.length ?? 0
    const errors = records.flatMap(({ outputs }) => {
      const classes = outputs.length / count
      return Array.from({ length: count }, (_, i) => {
        const row = outputs.slice(i * classes, (i + 1) * classes)
        return Math.abs(row.reduce((total, a) => total + a, 0) - 1)
      })
    })
    return Math.max(...errors)
  }),
  outputLayerError: measure('number', ([start]: Records) => start?.outputLayerError ?? Number.NaN),
  hiddenLayerError: measure('number', ([start]: Records) => start?.hiddenLayerError ?? Number.NaN),
  outerProductError: measure(
    'number',
    ([start]: Records) => start?.outerProductError ?? Number.NaN,
  ),
  /** δ by class at the output, before training and at its end: the most that any class receives. */
  firstPull: measure('number', ([start]: Records) => Math.max(...(start?.pull ?? []))),
  firstPush: measure('number', ([start]: Records) => Math.max(...(start?.push ?? []))),
  leastFirstPush: measure('number', ([start]: Records) => Math.min(...(start?.push ?? []))),
  lastPull: measure('number', (records: Records) => Math.max(...(records.at(-1)?.pull ?? []))),
  lastPush: measure('number', (records: Records) => Math.max(...(records.at(-1)?.push ?? []))),
}
