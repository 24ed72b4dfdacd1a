/** The log that the widget shows at rest: a run of the book's own, as the reader would write one. */
import { toCsv } from '../charts/export/csv.ts'
import type { TrainingLog } from '../diagnosis/log.ts'
import { logOf } from '../experiments/practice-run/log.ts'
import type { PracticeRunRecord } from '../experiments/practice-run/record.ts'
import { type LayerNames, layerName } from '../widgets/shared/log-charts.ts'
import { resultsOf } from './figures.ts'

/** The figure whose first run is the sample. */
export const sampleFigure = 'sample-log'

export async function logOfFigure(name: string, messages: LayerNames): Promise<TrainingLog> {
  const [run] = await resultsOf(name)
  if (!run) throw new Error(`figure ${name}: expected a run`)
  const records = run.records as readonly PracticeRunRecord[]
  const count = records[0]?.gradientNorm.length ?? 0
  return logOf(records, (layer) => layerName(layer, count, messages))
}

/** A wide table of the gradient norms, every tenth step of it. */
export function csvOf(log: TrainingLog): string {
  const every = log.steps.map((_, i) => i).filter((i) => i % 10 === 0)
  const columns = ['step', 'loss', ...log.layers.map(({ name }) => name)]
  const rows = every.map((i) => [
    log.steps[i] ?? null,
    rounded(log.loss?.[i]),
    ...log.layers.map(({ gradientNorm }) => rounded(gradientNorm[i])),
  ])
  return toCsv({ columns, rows })
}

const rounded = (value: number | null | undefined) =>
  typeof value === 'number' ? Number(value.toPrecision(3)) : null
