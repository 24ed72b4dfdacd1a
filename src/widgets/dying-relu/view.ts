import type english from '../../../content/en/widgets/dying-relu.json'
import type { Chart, Line } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import type { DyingReluConfig, DyingReluRecord } from '../../experiments/dying-relu/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation } from '../looks.ts'
import { recordAt, spanOf } from '../shared/records.ts'
import type { ShownRun, View } from '../view.ts'

type ViewConfig = { readonly show: 'offShare' | 'learnedSlope'; readonly at: number }
type Shown = ShownRun<DyingReluConfig, DyingReluRecord>
type Messages = typeof english.words

export const view: View<DyingReluConfig, DyingReluRecord, Messages, ViewConfig> = {
  parameters: {
    show: { kind: 'choice', options: ['offShare', 'learnedSlope'], default: 'offShare' },
    at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 },
  },
  controls: ['activation', 'largeRate', 'largeSteps', 'learningRate', 'weightSeed'],
  naming: ['activation'],
  looks: [byActivation],
  charts: (runs, { show, at }, { messages }) =>
    show === 'learnedSlope'
      ? [slopes(runs, at, messages), loss(runs, at, messages)]
      : [off(runs, at, messages), byLayer(runs, at, messages), loss(runs, at, messages)],
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        if (!record) return label
        return fill(record.divergedQuantity ? messages.diverged : messages.summary, {
          label,
          step: record.step,
          loss: record.loss.toFixed(2),
          off: inWords(100 * mean(record.offShare), numbers),
          dead: inWords(100 * mean(record.deadShare), numbers),
        })
      })
      .join('\n')
  },
}

/** The share of all hidden units that are off for every example, over the steps. */
function off(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const series = runs.map((run, i) => overSteps(run, i, ({ offShare }) => mean(offShare)))
  const title = messages.offTitle
  return { id: 'off', title, ...axes(runs, at, messages), y: share(messages), series }
}

function byLayer(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const depth = Math.max(2, ...runs.map(({ config }) => config.depth))
  const series = runs.map(({ label, tone, dash, marker, records }, i): Line => {
    const y = recordAt(records, at)?.offShare ?? []
    const x = y.map((_, l) => l + 1)
    return { kind: 'line', id: `layer-${i}`, label, tone, dash, marker, named: true, x, y }
  })
  return {
    id: 'by-layer',
    title: messages.byLayerTitle,
    x: { label: messages.layerAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: share(messages),
    series,
  }
}

/** PReLU's slope in each layer of the first run that has them, coloured from input to output. */
function slopes(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const run = runs.find(({ records }) => records[0]?.learnedSlope)
  const { records = [], config } = run ?? {}
  const depth = config?.depth ?? 0
  const series = Array.from({ length: depth }, (_, l): Line => {
    const label = fill(messages.layer, { layer: l + 1 })
    const tone = { ramp: depth > 1 ? l / (depth - 1) : 0 }
    const y = records.map(({ learnedSlope }) => learnedSlope?.[l] ?? null)
    const x = records.map(({ step }) => step)
    const line = { kind: 'line', dash: 'solid', marker: 'none', named: true } as const
    return { ...line, id: `slope-${l}`, label, tone, x, y }
  })
  const values = records.flatMap(({ learnedSlope = [] }) => learnedSlope).filter(Number.isFinite)
  return {
    id: 'slopes',
    title: messages.slopesTitle,
    ...axes(runs, at, messages),
    y: {
      label: messages.slopeAxis,
      scale: 'linear',
      domain: [Math.min(0, ...values), Math.max(1, ...values)],
    },
    series,
    empty: messages.noSlopes,
  }
}

function loss(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const series = runs.map((run, i) => overSteps(run, i, ({ loss }) => loss))
  const all = runs.flatMap(({ records }) => spanOf(records, 'loss', ({ loss }) => [loss]))
  // A run that flies off leaves the chart instead of flattening the others.
  const highest = Math.min(5, Math.max(1, ...all))
  const y = { label: messages.loss, scale: 'linear', domain: [0, highest] } as const
  return { id: 'loss', title: messages.lossTitle, ...axes(runs, at, messages), y, series }
}

function overSteps(
  { label, tone, dash, records }: Shown,
  index: number,
  read: (record: DyingReluRecord) => number,
): Line {
  const x = records.map(({ step }) => step)
  const y = records.map(read)
  const line = { kind: 'line', marker: 'none', named: true } as const
  return { ...line, id: `run-${index}`, label, tone, dash, x, y }
}

/** Charts over the steps share their axis and the line at the step shown. */
function axes(runs: readonly Shown[], at: number, messages: Messages) {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  const step = recordAt(runs[0]?.records ?? [], at)?.step
  return {
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
    ...(step !== undefined && { cursor: step }),
  } as const
}

const share = (messages: Messages) =>
  ({ label: messages.offAxis, scale: 'linear', domain: [0, 1] }) as const

const mean = (shares: readonly number[]) =>
  shares.reduce((total, one) => total + one, 0) / shares.length
