import type english from '../../../content/en/widgets/gradient-flow.json'
import type { Chart, Series } from '../../charts/model/chart.ts'
import { inWords, type NumberWords } from '../../charts/model/format.ts'
import type {
  GradientFlowConfig,
  GradientFlowRecord,
} from '../../experiments/gradient-flow/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation, byInitializer } from '../looks.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { hiddenLayers as hidden, highestLoss, recordAt, spanOf } from '../shared/records.ts'
import { bandOf, decades, type ShownRun, type View, type ViewWords } from '../view.ts'

type Messages = typeof english.words

const quantities = [
  'deltaNorm',
  'weightGradientNorm',
  'biasGradientNorm',
  'updateRatio',
  'activationDeviation',
  'saturatedFraction',
  'deadFraction',
] as const
type Quantity = (typeof quantities)[number]
type ViewConfig = { readonly quantity: Quantity; readonly at: number }
type Shown = ShownRun<GradientFlowConfig, GradientFlowRecord>

export const view: View<GradientFlowConfig, GradientFlowRecord, Messages, ViewConfig> = {
  parameters: {
    quantity: { kind: 'choice', options: quantities, default: 'deltaNorm' },
    at: { kind: 'number', role: 'step', min: -1, max: 2000, step: 1, default: -1 },
  },
  controls: ['depth', 'width', 'activation', 'initializer', 'weightScale', 'weightSeed'],
  naming: ['activation', 'initializer'],
  looks: [byActivation, byInitializer],
  charts(runs, view, words) {
    const trains = runs.some(({ config }) => config.steps > 0)
    return trains
      ? [
          profile(runs, view, words),
          lossChart(runs, view.at, words.messages, { top: lossTop(runs) }),
        ]
      : [profile(runs, view, words)]
  },
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        return record ? `${label}: ${describe(record, messages, numbers)}` : label
      })
      .join('\n')
  },
}

/** The quantity by hidden layer at the step shown, with theory and band where there are any, and the start behind it. */
function profile(
  runs: readonly Shown[],
  { quantity, at }: ViewConfig,
  { messages, options }: ViewWords<Messages>,
): Chart {
  const isShare = quantity.endsWith('Fraction')
  const depth = Math.max(...runs.map(({ config }) => config.depth))
  const series = runs.flatMap((run, i) => seriesOf(run, i, quantity, at, messages))
  return {
    id: 'profile',
    title: fill(messages.profileTitle, { quantity: options[quantity] ?? quantity }),
    x: { label: messages.layerAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: {
      label: options[quantity] ?? quantity,
      scale: isShare ? 'linear' : 'log',
      domain: isShare ? [0, 1] : decades(everyValue(runs, quantity)),
    },
    series,
  }
}

function seriesOf(
  run: Shown,
  index: number,
  quantity: Quantity,
  at: number,
  messages: Messages,
): Series[] {
  const { records, band, tone, marker, label } = run
  const [first] = records
  const record = recordAt(records, at)
  const y = hidden(record?.[quantity])
  const x = y.map((_, i) => i + 1)
  const series: Series[] = []
  const atStart = record !== undefined && record === first
  if (atStart && band.length > 1) {
    const { low, high } = bandOf(band, quantity, x.length)
    series.push({
      kind: 'band',
      id: `band-${index}`,
      label: `${label}, ${messages.band}`,
      tone,
      x,
      low,
      high,
    })
  }
  if (!atStart && first) {
    const start = hidden(first[quantity])
    series.push({
      kind: 'line',
      id: `start-${index}`,
      label: `${label}, ${messages.start}`,
      tone,
      dash: 'dotted',
      marker: 'none',
      named: false,
      faint: true,
      x: start.map((_, i) => i + 1),
      y: start,
    })
  }
  series.push({
    kind: 'line',
    id: `run-${index}`,
    label,
    tone,
    marker,
    dash: 'solid',
    named: true,
    x,
    y,
  })
  if (atStart && quantity === 'deltaNorm' && first?.predictedDelta) {
    series.push({
      kind: 'line',
      id: `theory-${index}`,
      label: `${label}, ${messages.theory}`,
      tone: 'theory',
      dash: 'dashed',
      marker: 'none',
      named: false,
      x,
      y: first.predictedDelta,
    })
  }
  return series
}

/** The highest loss, unless a run flies off: that one leaves the chart instead of flattening the others. */
function lossTop(runs: readonly Shown[]): number {
  const starts = runs.map(({ records }) => records[0]?.loss ?? 0)
  return Math.min(highestLoss(runs, 0.1), Math.max(0.1, 3 * Math.min(...starts)))
}

function describe(record: GradientFlowRecord, messages: Messages, numbers: NumberWords): string {
  const { step, loss, deltaNorm, divergedLayer, divergedQuantity } = record
  if (divergedLayer !== undefined && divergedQuantity !== undefined) {
    const quantity = messages.divergedQuantity[divergedQuantity]
    return fill(messages.diverged, { step, layer: divergedLayer + 1, quantity })
  }
  const ratio = (deltaNorm.at(-2) ?? 0) / (deltaNorm[0] ?? 0)
  const last = deltaNorm.length - 1
  const values = {
    step,
    loss: loss < 1000 ? loss.toFixed(2) : inWords(loss, numbers),
    last,
    times: inWords(ratio >= 1 ? ratio : 1 / ratio, numbers),
  }
  if (last < 2 || !Number.isFinite(ratio)) return fill(messages.alone, values)
  if (ratio > 0.5 && ratio < 2) return fill(messages.alike, values)
  return fill(ratio > 1 ? messages.weaker : messages.stronger, values)
}

/**
 * Around every value that the runs have shown, so that the axis does not move while a reader looks back. A run
 * that flies off leaves the chart: a thousand times the largest value at the start is as far as it is followed.
 */
function everyValue(runs: readonly Shown[], quantity: Quantity): readonly number[] {
  const starts = runs.flatMap(({ records, band }) => [...records.slice(0, 1), ...band])
  const predicted = quantity === 'deltaNorm' ? starts.flatMap((r) => r.predictedDelta ?? []) : []
  const first = [...starts.flatMap((r) => hidden(r[quantity])), ...predicted]
  const most = 1000 * Math.max(...first.filter(Number.isFinite))
  const later = runs.flatMap(({ records }) =>
    spanOf(records, quantity, (record) => hidden(record[quantity]), most),
  )
  return [...first, ...later]
}
