import type english from '../../../content/en/widgets/decision-boundary.json'
import type { Chart } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import type {
  DecisionBoundaryConfig,
  DecisionBoundaryRecord,
} from '../../experiments/decision-boundary/record.ts'
import { fill } from '../../i18n/fill.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { planeGrid } from '../shared/plane.ts'
import { recordAt } from '../shared/records.ts'
import type { ShownRun, View } from '../view.ts'

type ViewConfig = { readonly at: number }
type Shown = ShownRun<DecisionBoundaryConfig, DecisionBoundaryRecord>
type Messages = typeof english.words

/** The plane of each run, as many as there is room for beside the loss. */
const mostPlanes = 3

export const view: View<DecisionBoundaryConfig, DecisionBoundaryRecord, Messages, ViewConfig> = {
  parameters: { at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 } },
  controls: ['dataset', 'depth', 'width', 'activation', 'weightSeed'],
  naming: ['activation'],
  charts(runs, { at }, { messages }) {
    const planes = runs
      .slice(0, mostPlanes)
      .map((run, i) => plane(run, i, runs.length > 1, at, messages))
    return [...planes, lossChart(runs, at, messages, { isNamed: runs.length > 1 })]
  },
  summary(runs, { at }, { messages }) {
    return runs
      .map(({ label, records, config }) => {
        const record = recordAt(records, at)
        if (!record) return label
        return fill(record.divergedQuantity ? messages.diverged : messages.summary, {
          label,
          step: record.step,
          loss: figures(record.loss, 3),
          wrong: Math.round(record.error * (records[0]?.labels?.length ?? config.examples)),
          count: records[0]?.labels?.length ?? config.examples,
        })
      })
      .join('\n')
  },
}

/** One of several planes is told from the others by its run's name, which stands where the axis' would. */
function plane(
  { label, records }: Shown,
  i: number,
  isNamed: boolean,
  at: number,
  messages: Messages,
): Chart {
  const { inputs = [], labels = [], reach = 1 } = records[0] ?? {}
  const classes = 1 + Math.max(0, ...labels)
  const names = Array.from({ length: classes }, (_, c) => fill(messages.class, { name: c + 1 }))
  const regions = recordAt(records, at)?.regions ?? []
  const axes = [messages.xAxis, messages.yAxis] as const
  const grid = planeGrid({ regions, reach, inputs, labels, names, axes })
  return {
    ...grid,
    ...(isNamed && { y: { ...grid.y, label, column: grid.y.label } }),
    pointWords: { title: fill(messages.pointsTitle, { label }), category: messages.pointClass },
    id: `plane-${i}`,
    title: fill(messages.planeTitle, { label }),
  }
}
