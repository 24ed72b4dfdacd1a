import type english from '../../../content/en/widgets/softmax-mixer.json'
import type { Bars, Chart, Grid, Line, Plot, Tone } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import type {
  SoftmaxMixerConfig,
  SoftmaxMixerRecord,
} from '../../experiments/softmax-mixer/record.ts'
import { fill } from '../../i18n/fill.ts'
import type { ShownRun, View } from '../view.ts'

const choices = ['all', 'outputs', 'gradient', 'jacobian'] as const
type ViewConfig = { readonly show: (typeof choices)[number] }
type Shown = ShownRun<SoftmaxMixerConfig, SoftmaxMixerRecord>
type Messages = typeof english.words

export const view: View<SoftmaxMixerConfig, SoftmaxMixerRecord, Messages, ViewConfig> = {
  parameters: { show: { kind: 'choice', options: choices, default: 'all' } },
  controls: ['logits', 'trueClass', 'temperature', 'constant'],
  naming: ['logits'],
  charts(runs, { show }, { messages }) {
    const wanted = (chart: Exclude<ViewConfig['show'], 'all'>) => show === 'all' || show === chart
    return [
      ...(wanted('outputs') ? [outputs(runs, messages)] : []),
      ...(wanted('gradient') ? [gradient(runs, messages)] : []),
      ...(wanted('jacobian') ? [jacobian(runs, messages)] : []),
    ]
  },
  summary(runs, _, { messages }) {
    return runs.map((run) => describe(run, runs.length > 1, messages)).join('\n')
  },
}

/** Softmax is green in this chapter: red and blue are the sigmoid and ReLU of the book. */
const tones: readonly Tone[] = ['four', 'five', 'three', 'six', 'two']

/** The first run as bars; a second one, or what sigmoids make of the same numbers, as points. */
function outputs(runs: readonly Shown[], messages: Messages): Chart {
  const compared = runs.slice(1).map((run, i) => points(run, i + 1, 'output'))
  const [first] = runs
  const alone = first && runs.length === 1
  const sigmoid = alone && {
    ...points(first, 0, 'sigmoid'),
    id: 'sigmoid',
    label: messages.sigmoid,
    tone: 'one' as const,
    marker: 'circle' as const,
  }
  return {
    ...frame(runs, messages),
    id: 'outputs',
    title: messages.outputsTitle,
    y: {
      label: alone ? messages.outputAxis : messages.outputAxisRuns,
      scale: 'linear',
      domain: [0, 1],
    },
    series: [...bars(runs, 'output', messages), ...compared, ...(sigmoid ? [sigmoid] : [])],
  }
}

/** a − y as bars, and on them what nudging each number gave. */
function gradient(runs: readonly Shown[], messages: Messages): Chart {
  const [first] = runs
  const compared = runs.slice(1).map((run, i) => points(run, i + 1, 'gradient'))
  const nudged = first && {
    ...points(first, 0, 'nudged'),
    id: 'nudged',
    label: messages.nudged,
    tone: 'theory' as const,
    marker: 'circle' as const,
  }
  const values = runs.flatMap(({ records }) => records.at(-1)?.gradient ?? [])
  const largest = Math.max(1, ...values.map(Math.abs)) * 1.1
  return {
    ...frame(runs, messages),
    id: 'gradient',
    title: messages.gradientTitle,
    y: { label: messages.gradientAxis, scale: 'linear', domain: [-largest, largest] },
    series: [...bars(runs, 'gradient', messages), ...compared, ...(nudged ? [nudged] : [])],
  }
}

/** Of the first run: how each output moves with each number. */
function jacobian(runs: readonly Shown[], messages: Messages): Grid {
  const { jacobian: values = [], output = [] } = runs[0]?.records.at(-1) ?? {}
  const names = output.map((_, i) => String(i + 1))
  const largest = Math.max(0.25, ...values.map(Math.abs))
  return {
    kind: 'grid',
    id: 'jacobian',
    title: messages.jacobianTitle,
    x: { label: messages.jacobianColumns, count: names.length, names },
    y: { label: messages.jacobianRows, count: names.length, names },
    values,
    colour: 'diverging',
    domain: [-largest, largest],
    places: 3,
  }
}

type Column = 'output' | 'sigmoid' | 'gradient' | 'nudged'

function bars([first]: readonly Shown[], column: Column, messages: Messages): Bars[] {
  if (!first) return []
  const y = first.records.at(-1)?.[column] ?? []
  const label = column === 'output' ? messages.softmax : messages.formula
  return [{ kind: 'bars', id: column, label, tone: 'four', x: classes(y), y }]
}

function points({ records, label }: Shown, index: number, column: Column): Line {
  const y = records.at(-1)?.[column] ?? []
  return {
    kind: 'line',
    id: `run-${index}`,
    label,
    tone: tones[index % tones.length] ?? 'five',
    dash: 'none',
    marker: (['circle', 'square', 'triangle', 'diamond'] as const)[index % 4] ?? 'circle',
    named: true,
    x: classes(y),
    y,
  }
}

function frame(runs: readonly Shown[], messages: Messages): Pick<Plot, 'x'> {
  const count = Math.max(2, ...runs.map(({ config }) => config.logits.length))
  return {
    x: { label: messages.classAxis, scale: 'linear', domain: [1, count], whole: true },
  }
}

const classes = (values: readonly number[]) => values.map((_, i) => i + 1)

function describe({ label, records }: Shown, isCompared: boolean, messages: Messages): string {
  const record = records.at(-1)
  if (!record) return label
  const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0)
  const list = (values: readonly number[]) => values.map((x) => figures(x, 3)).join(', ')
  const said = fill(messages.summary, {
    outputs: list(record.output),
    sum: figures(sum(record.output), 6),
    sigmoidSum: figures(sum(record.sigmoid), 3),
    label: record.label + 1,
    gradient: list(record.gradient),
    loss: figures(record.loss, 3),
  })
  const lost = record.bare.every(Number.isFinite) ? '' : ` ${messages.overflow}`
  return `${isCompared ? `${label}: ` : ''}${said}${lost}`
}
