/** What views read off the records of a run in the same way. */

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
