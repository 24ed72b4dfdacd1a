/** Measures that several experiments take of their records. */
import { math } from '../../core/index.ts'

/**
 * The geometric mean of the factors from each layer back to the one before it: (x₀/x₋₁)^(1/n) over n
 * steps back. 1 where there is no step.
 */
export function factorPerLayer(values: readonly number[] = []): number {
  const steps = values.length - 1
  if (steps < 1) return 1
  return math.exp(math.log((values[0] as number) / (values.at(-1) as number)) / steps)
}

/** The mean over the last `count` records: what one batch says alone is noisy. */
export function meanOfLast<R>(
  records: readonly R[],
  count: number,
  read: (record: R) => number,
): number {
  const last = records.slice(-count)
  return last.reduce((sum, record) => sum + read(record), 0) / last.length
}

/** The mean loss of the last five records. */
export const endLoss = (records: readonly { readonly loss: number }[]): number =>
  meanOfLast(records, 5, ({ loss }) => loss)

/** The step at which the run left the finite numbers, or −1. */
export function divergedAt(
  records: readonly { readonly step: number; readonly divergedQuantity?: string | undefined }[],
): number {
  const last = records.at(-1)
  return last?.divergedQuantity === undefined ? -1 : last.step
}
