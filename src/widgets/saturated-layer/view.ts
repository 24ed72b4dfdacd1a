import type english from '../../../content/en/widgets/saturated-layer.json'
import type { Chart } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import type {
  SaturatedLayerConfig,
  SaturatedLayerRecord,
} from '../../experiments/saturated-layer/record.ts'
import { fill } from '../../i18n/fill.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { recordAt } from '../shared/records.ts'
import { decades, type ShownRun, type View } from '../view.ts'

type Messages = typeof english.words

type Shown = ShownRun<SaturatedLayerConfig, SaturatedLayerRecord>
type ViewConfig = { readonly at: number }

export const view: View<SaturatedLayerConfig, SaturatedLayerRecord, Messages, ViewConfig> = {
  parameters: { at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 } },
  controls: ['weightScale', 'loss', 'learningRate', 'weightSeed'],
  naming: ['activation', 'initializer'],
  charts: (runs, { at }, { messages }) => [rows(runs, at, messages), lossChart(runs, at, messages)],
  summary(runs, { at }, { messages }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        if (!record) return label
        const { step, saturated, accuracy, loss } = record
        const share = saturated.reduce((total, x) => total + x, 0) / saturated.length
        return fill(messages.summary, {
          label,
          step,
          saturated: figures(100 * share),
          loss: figures(loss, 3),
          accuracy: figures(100 * accuracy),
        })
      })
      .join('\n')
  },
}

/**
 * A point for each hidden unit: how steep it was at the start, and how far its row of W has come. Were
 * the one proportional to the other, the points would lie on a diagonal.
 */
function rows(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const newest = runs.flatMap(({ records }) => records.at(-1)?.moved ?? [])
  const steepness = runs.flatMap(({ records: [start] }) => start?.steepness ?? [])
  return {
    id: 'rows',
    title: messages.rowsTitle,
    x: { label: messages.steepnessAxis, scale: 'log', domain: decades(steepness) },
    y: { label: messages.movedAxis, scale: 'log', domain: decades(newest) },
    series: runs.map(({ label, tone, marker, records }, i) => ({
      kind: 'line',
      id: `rows-${i}`,
      label,
      tone,
      marker,
      dash: 'none',
      named: true,
      x: records[0]?.steepness ?? [],
      y: recordAt(records, at)?.moved ?? [],
    })),
    zones: [{ from: 0, to: 0.1, label: messages.saturated }],
    empty: messages.atRest,
  }
}
