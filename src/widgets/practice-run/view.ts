import type english from '../../../content/en/widgets/practice-run.json'
import type { Plot } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import { type Quantity, quantities } from '../../diagnosis/log.ts'
import { logOf } from '../../experiments/practice-run/log.ts'
import type { PracticeRunConfig, PracticeRunRecord } from '../../experiments/practice-run/record.ts'
import { fill } from '../../i18n/fill.ts'
import { layerChart, layerName, lossChart } from '../shared/log-charts.ts'
import type { ShownRun, View } from '../view.ts'

type ViewConfig = { readonly quantity: Quantity }
type Messages = typeof english.words
type Shown = ShownRun<PracticeRunConfig, PracticeRunRecord>

/** Beside three runs there is no room for a fourth. */
const mostRuns = 3

/** A run is looked at as a log is, and says nothing about its fault. */
export const view: View<PracticeRunConfig, PracticeRunRecord, Messages, ViewConfig> = {
  parameters: { quantity: { kind: 'choice', options: quantities, default: 'gradientNorm' } },
  controls: ['quantity', 'letter', 'seed'],
  naming: ['letter'],
  charts: (runs, { quantity }, { messages }) => [
    ...runs.slice(0, mostRuns).map((run, i) => layers(run, i, runs.length, quantity, messages)),
    losses(runs, messages),
  ],
  summary: (runs, _, { messages }) =>
    runs.map(({ records, label }) => describe(records, label, messages)).join('\n'),
}

function layers(
  run: Shown,
  index: number,
  count: number,
  quantity: Quantity,
  messages: Messages,
): Plot {
  const chart = layerChart(logOfRun(run, messages), quantity, messages)
  const title = count > 1 ? `${run.label}: ${chart.title}` : chart.title
  return { ...chart, id: `${chart.id}-${index}`, title, x: { ...chart.x, domain: steps([run]) } }
}

function losses(runs: readonly Shown[], messages: Messages): Plot {
  const charts = runs.map((run) => lossChart(logOfRun(run, messages), messages))
  const [chart] = charts as [Plot]
  if (charts.length === 1) return { ...chart, x: { ...chart.x, domain: steps(runs) } }
  const highest = Math.max(...charts.map(({ y }) => y.domain[1]))
  return {
    ...chart,
    x: { ...chart.x, domain: steps(runs) },
    y: { ...chart.y, domain: [0, highest] },
    series: charts.flatMap(({ series }, i) => {
      const { label, tone, dash } = runs[i] as Shown
      return series.map((one) => {
        const look = { id: `loss-${i}`, label, tone, dash, named: true }
        return { ...one, ...look }
      })
    }),
  }
}

const logOfRun = ({ records }: Shown, messages: Messages) =>
  logOf(records, (layer) => layerName(layer, records[0]?.gradientNorm.length ?? 0, messages))

const steps = (runs: readonly Shown[]) =>
  [0, Math.max(...runs.map(({ config }) => config.steps))] as const

function describe(
  records: readonly PracticeRunRecord[],
  label: string,
  messages: Messages,
): string {
  const last = records.at(-1)
  if (!last) return label
  const { step, loss, gradientNorm, divergedQuantity } = last
  return fill(divergedQuantity ? messages.diverged : messages.summary, {
    label,
    step,
    loss: figures(loss, 3),
    first: figures(gradientNorm[0] ?? Number.NaN, 2),
    last: figures(gradientNorm.at(-1) ?? Number.NaN, 2),
  })
}
