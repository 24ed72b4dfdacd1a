/** The charts over two axes: δ or the gain of sharing by convolution, and the loss by step. */
import type english from '../../../content/en/widgets/tiny-cnn.json'
import type { Line, Plot, Series } from '../../charts/model/chart.ts'
import type { TinyCnnConfig, TinyCnnRecord } from '../../experiments/tiny-cnn/record.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { hiddenLayers, highestLoss, recordAt, spanOf } from '../shared/records.ts'
import { bandOf, decades, type ShownRun } from '../view.ts'

export type Shown = ShownRun<TinyCnnConfig, TinyCnnRecord>
type Messages = typeof english.words
type Column = 'deltaNorm' | 'sharing'

const columnOf = (record: TinyCnnRecord | undefined, column: Column): readonly number[] =>
  column === 'sharing' ? (record?.sharing ?? []) : hiddenLayers(record?.deltaNorm)

const numbered = (values: readonly unknown[]) => values.map((_, i) => i + 1)

export function profile(
  runs: readonly Shown[],
  column: Column,
  at: number,
  messages: Messages,
): Plot {
  const depth = Math.max(1, ...runs.map(({ config }) => config.depth))
  const values = runs.flatMap(({ records, band }) => [
    ...band.flatMap((record) => columnOf(record, column)),
    ...(column === 'deltaNorm' ? (records[0]?.predictedDelta ?? []) : []),
    ...spanOf(records, column, (record) => columnOf(record, column)),
  ])
  return {
    id: column,
    title: messages.titles[column],
    x: {
      label: messages.layerAxis,
      scale: 'linear',
      domain: [1, Math.max(2, depth)],
      whole: true,
    },
    y: {
      label: messages.axes[column],
      scale: 'log',
      domain: decades(column === 'sharing' ? [1, 64, ...values] : values),
    },
    series: [
      ...runs.flatMap((run, i) => seriesOf(run, i, column, at, messages)),
      ...(column === 'sharing' ? bounds(runs, depth, messages) : []),
    ],
  }
}

function seriesOf(run: Shown, i: number, column: Column, at: number, messages: Messages): Series[] {
  const { records, band, label, tone, marker } = run
  const record = recordAt(records, at)
  const atStart = record !== undefined && record === records[0]
  const y = columnOf(record, column)
  const x = numbered(y)
  const shade: Series[] =
    atStart && band.length > 1
      ? [
          {
            kind: 'band',
            id: `band-${i}`,
            label: `${label}, ${messages.band}`,
            tone,
            x,
            ...bandOf(band, column, x.length),
          },
        ]
      : []
  const line: Line = {
    kind: 'line',
    id: `run-${i}`,
    label,
    tone,
    marker,
    dash: 'solid',
    named: true,
    x,
    y,
  }
  const predicted = atStart && column === 'deltaNorm' ? record.predictedDelta : undefined
  return [
    ...shade,
    line,
    ...(predicted ? [theory(`theory-${i}`, `${label}, ${messages.theory}`, x, predicted)] : []),
  ]
}

/** Without pooling every map has as many places: the root of their number, and the number itself. */
function bounds(runs: readonly Shown[], depth: number, messages: Messages): Line[] {
  if (runs.some(({ config }) => config.pooling !== 'none')) return []
  const x = [1, Math.max(2, depth)]
  return [
    { ...theory('independent', messages.independent, x, [8, 8]), named: true },
    { ...theory('aligned', messages.aligned, x, [64, 64]), named: true },
  ]
}

const theory = (id: string, label: string, x: readonly number[], y: readonly number[]): Line => ({
  kind: 'line',
  id,
  label,
  tone: 'theory',
  dash: 'dashed',
  marker: 'none',
  named: false,
  x,
  y,
})

/** A run that flies off leaves the chart. */
export const loss = (runs: readonly Shown[], at: number, messages: Messages): Plot =>
  lossChart(runs, at, messages, { top: highestLoss(runs, 1, 10) })
