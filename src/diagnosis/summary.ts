/** What the verdict goes by: each layer's medians over the steps, which a few wild steps do not move. */
import { type Column, type LayerLog, type Quantity, quantities, type TrainingLog } from './log.ts'

export interface LayerSummary {
  readonly name: string
  /** Median over the steps that have a finite number; NaN where none has. */
  readonly medians: Readonly<Record<Quantity, number>>
  /** Index of the first step whose gradient is not finite, or −1. */
  readonly brokenAt: number
}

export interface LogSummary {
  readonly layers: readonly LayerSummary[]
  /** Medians of the first quarter of the steps and of the last; NaN without a loss. */
  readonly loss: { readonly first: number; readonly last: number; readonly brokenAt: number }
}

/** Pauses within each column. */
export function* summarizing({ layers, loss = [] }: TrainingLog): Generator<undefined, LogSummary> {
  const summaries: LayerSummary[] = []
  for (const layer of layers) summaries.push(yield* summaryOf(layer))
  const quarter = Math.ceil(loss.length / 4)
  const first = yield* median(loss.slice(0, quarter))
  const last = yield* median(loss.slice(loss.length - quarter))
  return { layers: summaries, loss: { first, last, brokenAt: brokenAt(loss) } }
}

function* summaryOf(layer: LayerLog): Generator<undefined, LayerSummary> {
  const medians: [Quantity, number][] = []
  for (const quantity of quantities) medians.push([quantity, yield* median(layer[quantity] ?? [])])
  return {
    name: layer.name,
    medians: Object.fromEntries(medians) as Record<Quantity, number>,
    brokenAt: brokenAt(layer.gradientNorm),
  }
}

const brokenAt = (column: Column): number =>
  column.findIndex((value) => value !== null && !Number.isFinite(value))

/** The middle value, or the lower of the two middle ones: a value that was logged. */
function* median(column: Column): Generator<undefined, number> {
  const known = new Float64Array(column.length)
  let count = 0
  for (const value of column) {
    if (value !== null && Number.isFinite(value)) known[count++] = value
  }
  yield
  const sorted = known.subarray(0, count).sort()
  yield
  return sorted[Math.floor((count - 1) / 2)] ?? Number.NaN
}
