/** What views read off the records of a run in the same way. */
import type { ExperimentRecord } from '../../experiment/experiment.ts'

export interface Learned extends ExperimentRecord {
  readonly step: number
  readonly loss: number
}

/** The last record at or before a step; −1 for the newest. */
export function recordAt<R extends { readonly step: number }>(
  records: readonly R[],
  at: number,
): R | undefined {
  return at < 0 ? records.at(-1) : (records.findLast(({ step }) => step <= at) ?? records[0])
}

/** A column without the output layer, which stands last. */
export const hiddenLayers = (column: readonly number[] | undefined): readonly number[] =>
  column?.slice(0, -1) ?? []

interface Span {
  count: number
  low: number
  high: number
}

const spans = new WeakMap<readonly object[], Map<string, Span>>()

/**
 * The least and the greatest of all positive values up to `most` that a run's records hold; none if there
 * are none. Records only ever grow, and each is read once: a chart asks again with every frame.
 */
export function spanOf<R extends object>(
  records: readonly R[],
  name: string,
  read: (record: R) => Iterable<number>,
  most = Number.MAX_VALUE,
): readonly number[] {
  const known = spans.get(records) ?? new Map<string, Span>()
  spans.set(records, known)
  const key = `${name} ${most}`
  const span = known.get(key) ?? { count: 0, low: Number.POSITIVE_INFINITY, high: 0 }
  known.set(key, span)
  for (; span.count < records.length; span.count++) {
    for (const value of read(records[span.count] as R)) {
      if (!(value > 0 && value <= most)) continue
      if (value < span.low) span.low = value
      if (value > span.high) span.high = value
    }
  }
  return span.high > 0 ? [span.low, span.high] : []
}

/** The highest loss of all runs up to `most`, and at least `least`. */
export function highestLoss(
  runs: readonly { readonly records: readonly Learned[] }[],
  least: number,
  most?: number,
): number {
  const read = ({ loss }: Learned) => [loss]
  return Math.max(least, ...runs.flatMap(({ records }) => spanOf(records, 'loss', read, most)))
}
