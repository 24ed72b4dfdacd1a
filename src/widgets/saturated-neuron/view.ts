import type english from '../../../content/en/widgets/saturated-neuron.json'
import type { Chart, Line, Plot, Zone } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import type {
  SaturatedNeuronConfig,
  SaturatedNeuronRecord,
} from '../../experiments/saturated-neuron/record.ts'
import { fill } from '../../i18n/fill.ts'
import { decades, type ShownRun, type View, type ViewWords } from '../view.ts'

type Messages = typeof english.words

const columns = ['delta', 'loss', 'weight', 'bias'] as const
type Column = (typeof columns)[number]
/** Beside a column of every run, the first run's gradient with the two factors it is made of. */
type Quantity = Column | 'factors'
type Shown = ShownRun<SaturatedNeuronConfig, SaturatedNeuronRecord>

export const view: View<
  SaturatedNeuronConfig,
  SaturatedNeuronRecord,
  Messages,
  { readonly quantity: Quantity }
> = {
  parameters: {
    quantity: { kind: 'choice', options: [...columns, 'factors'], default: 'delta' },
  },
  controls: ['weight', 'bias', 'loss', 'learningRate', 'steps'],
  naming: ['weight', 'bias'],
  charts: (runs, { quantity }, words) => [
    output(runs, words),
    quantity === 'factors' ? factors(runs, words) : column(runs, quantity, words),
  ],
  summary(runs, _, { messages }) {
    return runs
      .map(({ label, records }) => {
        const record = records.at(-1)
        if (!record) return label
        return fill(messages.summary, {
          label,
          step: record.step,
          a: figures(record.activation, 3),
          slope: figures(record.slope, 3),
          delta: figures(record.delta, 3),
          loss: figures(record.loss, 3),
        })
      })
      .join('\n')
  },
}

function output(runs: readonly Shown[], words: ViewWords<Messages>): Chart {
  return {
    ...overSteps(runs, words),
    id: 'output',
    title: words.messages.outputTitle,
    y: { label: words.messages.outputAxis, scale: 'linear', domain: [0, 1] },
    series: linesOf(runs, (record) => record.activation),
  }
}

function column(runs: readonly Shown[], quantity: Column, words: ViewWords<Messages>): Chart {
  const isGradient = quantity === 'delta'
  const series = linesOf(runs, (record) => (isGradient ? Math.abs(record.delta) : record[quantity]))
  const values = series.flatMap(({ y }) => y.filter((value) => value !== null))
  const name = words.options[quantity] ?? quantity
  return {
    ...overSteps(runs, words),
    id: quantity,
    title: fill(words.messages.columnTitle, { quantity: name }),
    y: {
      label: name,
      scale: isGradient ? 'log' : 'linear',
      domain: isGradient
        ? decades(values)
        : [Math.floor(Math.min(0, ...values)), Math.ceil(2 * Math.max(0.5, ...values)) / 2],
    },
    series,
  }
}

/** On a logarithmic axis a product is a sum of heights, so that one sees which factor holds it down. */
function factors(runs: readonly Shown[], words: ViewWords<Messages>): Chart {
  const first = runs.slice(0, 1)
  const line = (id: keyof Messages['factors'], look: Partial<Line>): Line[] =>
    linesOf(first, (record) => Math.abs(Number(record[id]))).map((drawn) => ({
      ...drawn,
      ...look,
      id,
      label: words.messages.factors[id],
    }))
  const series = [
    ...line('error', { tone: 'two', dash: 'dashDot' }),
    ...line('slope', { tone: 'one', dash: 'solid' }),
    ...line('weightGradient', { tone: 'four', dash: 'solid' }),
    ...line('probedGradient', { tone: 'theory', dash: 'none', marker: 'diamond' }).map(spread),
  ]
  return {
    ...overSteps(runs, words),
    id: 'factors',
    title: words.messages.factorsTitle,
    y: {
      label: words.messages.factorsAxis,
      scale: 'log',
      domain: decades(series.flatMap(({ y }) => y.filter((value) => value !== null))),
    },
    series,
  }
}

/** What all charts of this widget share: the steps, and where the first run is saturated. */
function overSteps(
  runs: readonly Shown[],
  { messages }: ViewWords<Messages>,
): Pick<Plot, 'x' | 'zones'> {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  return {
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
    zones: saturatedSteps(runs[0]?.records ?? [], messages.saturated),
  }
}

/** A point now and then, so that one sees the line on which they lie. */
function spread(line: Line): Line {
  const every = Math.ceil(line.x.length / 15)
  const kept = <T>(values: readonly T[]) => values.filter((_, i) => i % every === 0)
  return { ...line, x: kept(line.x), y: kept(line.y) }
}

const isSaturated = ({ slope }: SaturatedNeuronRecord): boolean => slope < 0.025

function saturatedSteps(records: readonly SaturatedNeuronRecord[], label: string): Zone[] {
  const zones: { from: number; to: number; label: string }[] = []
  records.forEach((record, i) => {
    if (!isSaturated(record)) return
    const before = records[i - 1]
    const zone = zones.at(-1)
    if (zone && before && isSaturated(before)) zone.to = record.step
    else zones.push({ from: record.step, to: record.step, label })
  })
  return zones
}

function linesOf(runs: readonly Shown[], read: (record: SaturatedNeuronRecord) => number): Line[] {
  return runs.map(({ label, tone, dash, marker, records }, i) => ({
    kind: 'line',
    id: `run-${i}`,
    label,
    tone,
    dash,
    marker: records.length > 1 ? 'none' : marker,
    named: true,
    x: records.map(({ step }) => step),
    y: records.map(read),
  }))
}
