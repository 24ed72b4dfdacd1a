import type english from '../../../content/en/widgets/signal-propagation.json'
import type { Histograms, Plot, Series } from '../../charts/model/chart.ts'
import { inWords, type NumberWords } from '../../charts/model/format.ts'
import type {
  SignalPropagationConfig,
  SignalPropagationRecord,
} from '../../experiments/signal-propagation/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation, byInitializer } from '../looks.ts'
import { bandOf, decades, type ShownRun, type View } from '../view.ts'

const quantities = ['preActivation', 'activation', 'delta'] as const
type Quantity = (typeof quantities)[number]
type ViewConfig = { readonly show: Quantity }
type Shown = ShownRun<SignalPropagationConfig, SignalPropagationRecord>
type Messages = typeof english.words

export const view: View<SignalPropagationConfig, SignalPropagationRecord, Messages, ViewConfig> = {
  parameters: { show: { kind: 'choice', options: quantities, default: 'preActivation' } },
  controls: ['activation', 'initializer', 'weightScale', 'depth', 'weightSeed'],
  naming: ['activation', 'initializer'],
  looks: [byActivation, byInitializer],
  charts: (runs, { show }, { messages, numbers }) => [
    histograms(runs, show, messages, numbers),
    sizes(runs, show, messages),
  ],
  summary(runs, { show }, { messages, numbers }) {
    return runs
      .map(({ label, records: [record] }) => {
        const column = record?.[show] ?? []
        return fill(messages.summary, {
          label,
          quantity: messages.quantities[show],
          first: inWords(column[0] ?? Number.NaN, numbers),
          last: inWords(column.at(-1) ?? Number.NaN, numbers),
          layers: column.length,
        })
      })
      .join('\n')
  },
}

/** A row for each run: what its layers' values look like, in one window for all. */
function histograms(
  runs: readonly Shown[],
  show: Quantity,
  messages: Messages,
  numbers: NumberWords,
): Histograms {
  const { reach = 1 } = runs[0]?.config ?? {}
  const quantity = messages.quantities[show]
  const [first] = runs[0]?.records ?? []
  return {
    kind: 'histograms',
    id: 'histograms',
    title: fill(messages.histogramsTitle, { quantity }),
    label: fill(messages.window, { quantity, reach: inWords(reach, numbers) }),
    columnLabel: messages.layerAxis,
    column: messages.layer,
    theory: messages.theory,
    domain: [-reach, reach],
    bins: first ? first.deltaShares.length / first.delta.length : 1,
    rows: runs.map(({ label, tone, marker, records: [record] }, i) => ({
      id: `run-${i}`,
      label,
      tone,
      marker,
      shares: record?.[`${show}Shares`] ?? [],
      ...(show === 'preActivation' && record && { predicted: record.preActivationSharesPredicted }),
    })),
  }
}

/** Root mean squares by layer, with the band of many seeds and theory's prediction. */
function sizes(runs: readonly Shown[], show: Quantity, messages: Messages): Plot {
  const depth = Math.max(...runs.map(({ config }) => config.depth))
  const all = runs.flatMap(({ records, band }) =>
    [...records, ...band].flatMap((r) => [...r[show], ...r[`${show}Predicted`]]),
  )
  return {
    id: 'sizes',
    title: fill(messages.sizesTitle, { quantity: messages.quantities[show] }),
    x: { label: messages.layerAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: {
      label: fill(messages.sizeAxis, { quantity: messages.quantities[show] }),
      scale: 'log',
      domain: decades(all),
    },
    series: runs.flatMap((run, i) => seriesOf(run, i, show, messages)),
  }
}

function seriesOf(run: Shown, index: number, show: Quantity, messages: Messages): Series[] {
  const { label, tone, marker, dash, records, band } = run
  const [record] = records
  const y = record?.[show] ?? []
  const x = y.map((_, l) => l + 1)
  const series: Series[] = [
    { kind: 'line', id: `run-${index}`, label, tone, marker, dash, named: true, x, y },
    {
      kind: 'line',
      id: `theory-${index}`,
      label: `${label}, ${messages.theory}`,
      tone: 'theory',
      dash: 'dashed',
      marker: 'none',
      named: false,
      x,
      y: record?.[`${show}Predicted`] ?? [],
    },
  ]
  if (band.length > 1) {
    const shade = bandOf(band, show, x.length)
    series.push({
      kind: 'band',
      id: `band-${index}`,
      label: `${label}, ${messages.band}`,
      tone,
      x,
      ...shade,
    })
  }
  return series
}
