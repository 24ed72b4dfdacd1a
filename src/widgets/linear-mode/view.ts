import type english from '../../../content/en/widgets/linear-mode.json'
import type { Chart, Line, Plot, Tone } from '../../charts/model/chart.ts'
import { figures, signed } from '../../charts/model/format.ts'
import type { LinearModeConfig, LinearModeRecord } from '../../experiments/linear-mode/record.ts'
import { fill } from '../../i18n/fill.ts'
import { decades, type ShownRun, type View } from '../view.ts'

const choices = ['loss', 'growth', 'error'] as const
type Quantity = (typeof choices)[number]
type Shown = ShownRun<LinearModeConfig, LinearModeRecord>
type Messages = typeof english.words

export const view: View<
  LinearModeConfig,
  LinearModeRecord,
  Messages,
  { readonly quantity: Quantity }
> = {
  parameters: { quantity: { kind: 'choice', options: choices, default: 'loss' } },
  controls: ['strengths', 'startSize', 'learningRate', 'start', 'duration'],
  naming: ['start'],
  charts: (runs, { quantity }, { messages }) => [
    strengths(runs, messages),
    { loss, growth, error }[quantity](runs, messages),
  ],
  summary(runs, _, { messages }) {
    return runs.map((run) => describe(run, messages)).join('\n')
  },
}

/** The sigmoid's red and ReLU's blue are left to those. */
const tones: readonly Tone[] = ['four', 'five', 'three', 'six']

function strengths(runs: readonly Shown[], messages: Messages): Chart {
  const highest = Math.max(1, ...runs.flatMap(({ config }) => config.strengths))
  return {
    ...overTime(runs, messages),
    id: 'strengths',
    title: messages.strengthsTitle,
    y: { label: messages.strengthAxis, scale: 'linear', domain: [0, Math.ceil(highest * 1.05)] },
    series: beside(runs, messages),
  }
}

/** The same on a logarithmic axis, where what grows at a steady rate is straight. */
function growth(runs: readonly Shown[], messages: Messages): Chart {
  const series = beside(runs, messages)
  return {
    ...overTime(runs, messages),
    id: 'growth',
    title: messages.growthTitle,
    y: {
      label: messages.growthAxis,
      scale: 'log',
      domain: decades(series.flatMap(({ y }) => y.filter((value) => value !== null))),
    },
    series,
  }
}

function loss(runs: readonly Shown[], messages: Messages): Chart {
  const measured = runs.map((run, i) =>
    line(run, `loss-${i}`, ({ loss }) => loss, {
      label: runs.length > 1 ? run.label : messages.measured,
      tone: runs.length > 1 ? toneOf(i) : 'six',
      ...pointsOf(i),
    }),
  )
  const theory = runs.map((run, i) =>
    line(run, `formula-${i}`, ({ predictedLoss }) => predictedLoss, {
      ...formula(messages, i === 0),
      ...(runs.length > 1 && { column: `${messages.formula}, ${run.label}` }),
    }),
  )
  const values = [...measured, ...theory].flatMap(({ y }) => y.map((value) => value ?? 0))
  return {
    ...overTime(runs, messages),
    id: 'loss',
    title: messages.lossTitle,
    y: {
      label: messages.lossAxis,
      scale: 'linear',
      domain: [0, Math.ceil(Math.max(1, ...values))],
    },
    series: [...theory, ...measured.map(spread)],
  }
}

function error(runs: readonly Shown[], messages: Messages): Chart {
  const percent = (u: number, formula: number) => 100 * (u / formula - 1)
  const series = modeLines(runs, messages, ({ strength, predicted }, m) =>
    percent(strength[m] ?? 0, predicted[m] ?? 1),
  ).map(spread)
  const largest = Math.max(1, ...series.flatMap(({ y }) => y.map((value) => Math.abs(value ?? 0))))
  return {
    ...overTime(runs, messages),
    id: 'error',
    title: messages.errorTitle,
    y: {
      label: messages.errorAxis,
      scale: 'linear',
      domain: [-Math.ceil(largest), Math.ceil(largest)],
    },
    series,
  }
}

/** What is measured as points, and what the formula says as dashes through them. */
function beside(runs: readonly Shown[], messages: Messages): Line[] {
  const theory = runs.flatMap((run, i) =>
    run.config.strengths.map((s, m) =>
      line(run, `formula-${i}-${m}`, ({ predicted }) => predicted[m] ?? null, {
        ...formula(messages, i === 0 && m === run.config.strengths.length - 1),
        column: [
          messages.formula,
          ...(runs.length > 1 ? [run.label] : []),
          modeName(s, messages),
        ].join(', '),
      }),
    ),
  )
  return [
    ...theory,
    ...modeLines(runs, messages, ({ strength }, m) => strength[m] ?? null).map(spread),
  ]
}

/** A lone run has a colour for each mode; compared runs have one each, and are named at their first mode. */
function modeLines(
  runs: readonly Shown[],
  messages: Messages,
  read: (record: LinearModeRecord, mode: number) => number | null,
): Line[] {
  return runs.flatMap((run, i) =>
    run.config.strengths.map((s, m) => {
      const mode = modeName(s, messages)
      const look =
        runs.length === 1
          ? { label: mode, tone: toneOf(m), named: true, ...pointsOf(m) }
          : {
              label: m === 0 ? run.label : `${run.label}, ${mode}`,
              tone: toneOf(i),
              named: m === 0,
              ...pointsOf(i),
            }
      return line(run, `mode-${i}-${m}`, (record) => read(record, m), look)
    }),
  )
}

const modeName = (s: number, messages: Messages) => fill(messages.mode, { s: signed(String(s)) })
const toneOf = (i: number): Tone => tones[i % tones.length] ?? 'four'
const markers = ['circle', 'square', 'triangle', 'diamond'] as const
const pointsOf = (i: number) =>
  ({ dash: 'none', marker: markers[i % markers.length] ?? 'circle' }) as const
const formula = (messages: Messages, named: boolean) =>
  ({ label: messages.formula, tone: 'theory', dash: 'dashed', marker: 'none', named }) as const

function line(
  { records }: Shown,
  id: string,
  read: (record: LinearModeRecord) => number | null,
  look: Pick<Line, 'label' | 'tone' | 'dash' | 'marker' | 'column'> & { readonly named?: boolean },
): Line {
  const x = records.map(({ time }) => time)
  return { kind: 'line', id, named: true, ...look, x, y: records.map(read) }
}

/** A point now and then, the same ones while a run goes on. */
function spread(drawn: Line): Line {
  const kept = <T>(values: readonly T[]) => values.filter((_, i) => i % 8 === 0)
  return { ...drawn, x: kept(drawn.x), y: kept(drawn.y) }
}

function overTime(runs: readonly Shown[], messages: Messages): Pick<Plot, 'x'> {
  const end = Math.max(...runs.map(({ config }) => config.duration))
  return { x: { label: messages.timeAxis, scale: 'linear', domain: [0, end] } }
}

function describe({ label, config, records }: Shown, messages: Messages): string {
  const record = records.at(-1)
  if (!record) return label
  const modes = config.strengths.map((s, m) =>
    fill(messages.modeSummary, {
      s: signed(String(s)),
      u: figures(record.strength[m] ?? 0, 3),
      formula: figures(record.predicted[m] ?? 0, 3),
    }),
  )
  return fill(messages.summary, {
    label,
    step: record.step,
    time: figures(record.time, 3),
    loss: figures(record.loss, 3),
    modes: modes.join(', '),
  })
}
