import type english from '../../../content/en/widgets/skip-connections.json'
import type { Chart, Line, Series } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type {
  SkipConnectionsConfig,
  SkipConnectionsRecord,
} from '../../experiments/skip-connections/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byInitializer, inOrder } from '../looks.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { recordAt } from '../shared/records.ts'
import { bandOf, decades, type ShownRun, type View, type ViewWords } from '../view.ts'

/** Guessing among ten gives 2.3; a run that starts or flies off above leaves the chart. */
const mostLoss = 4

const quantities = ['deltaNorm', 'size', 'directions', 'weightGradientNorm', 'updateRatio'] as const
type Quantity = (typeof quantities)[number]
type ViewConfig = { readonly quantity: Quantity; readonly at: number }
type Shown = ShownRun<SkipConnectionsConfig, SkipConnectionsRecord>
type Messages = typeof english.words

/** The plain network is red, as what vanishes is throughout the book. */
const order = 'plain residual batchNorm layerNorm residualLayerNorm scaled residualBatchNorm'.split(
  ' ',
)

export const view: View<SkipConnectionsConfig, SkipConnectionsRecord, Messages, ViewConfig> = {
  parameters: {
    quantity: { kind: 'choice', options: quantities, default: 'deltaNorm' },
    at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 },
  },
  controls: ['activation', 'depth', 'initializer', 'weightSeed'],
  naming: ['design'],
  looks: [inOrder('design', order), byInitializer],
  runs: sideBySide(
    ['plain', 'residual', 'batchNorm', 'layerNorm', 'residualLayerNorm'].map((design) => ({
      id: design,
      config: { design },
    })),
  ),
  charts(runs, view, words) {
    const trains = runs.some(({ config }) => config.steps > 0)
    return trains
      ? [profile(runs, view, words), lossChart(runs, view.at, words.messages, { top: mostLoss })]
      : [profile(runs, view, words)]
  },
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        if (!record) return label
        const { step, loss, deltaNorm, divergedLayer } = record
        const values = { label, step, loss: inWords(loss, numbers), depth: deltaNorm.length }
        if (divergedLayer !== undefined) {
          return fill(messages.diverged, { ...values, layer: divergedLayer + 1 })
        }
        const ratio = (deltaNorm[0] ?? 0) / (deltaNorm.at(-1) ?? 0)
        return fill(messages.summary, { ...values, left: inWords(ratio, numbers) })
      })
      .join('\n')
  },
}

/** The quantity by hidden layer at the step shown; where the run starts, with band and theory's dashes. */
function profile(
  runs: readonly Shown[],
  { quantity, at }: ViewConfig,
  { messages, options }: ViewWords<Messages>,
): Chart {
  const depth = Math.max(2, ...runs.map(({ config }) => config.depth))
  return {
    id: 'profile',
    title: fill(messages.profileTitle, { quantity: options[quantity] ?? quantity }),
    x: { label: messages.layerAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: {
      label: options[quantity] ?? quantity,
      scale: 'log',
      domain: decades(everyValue(runs, quantity)),
    },
    series: runs.flatMap((run, i) => seriesOf(run, i, quantity, at, messages)),
  }
}

function seriesOf(
  run: Shown,
  index: number,
  quantity: Quantity,
  at: number,
  messages: Messages,
): Series[] {
  const { records, band, tone, dash, label } = run
  const record = recordAt(records, at)
  const y = record?.[quantity] ?? []
  const x = y.map((_, i) => i + 1)
  const line = { kind: 'line', label, tone, dash, marker: 'none', named: true, x, y } as const
  const main: Line = { ...line, id: `run-${index}` }
  if (!record || record.step > 0) return [main]
  const theory: Line = {
    ...line,
    id: `theory-${index}`,
    label: `${label}, ${messages.theory}`,
    tone: 'theory',
    dash: 'dashed',
    named: false,
    y: record.predictedDelta ?? [],
  }
  const range = bandOf(band, quantity, x.length)
  const seeds = { id: `band-${index}`, label: `${label}, ${messages.band}`, tone, x, ...range }
  return [
    ...(band.length > 1 ? [{ kind: 'band', ...seeds } as const] : []),
    main,
    ...(quantity === 'deltaNorm' ? [theory] : []),
  ]
}

/** Every value that the run has shown, so that the axis does not move while a reader looks back. */
function* everyValue(runs: readonly Shown[], quantity: Quantity): Iterable<number> {
  for (const { records, band } of runs) {
    for (const record of [...records, ...band]) yield* record[quantity] ?? []
    if (quantity === 'deltaNorm') yield* records[0]?.predictedDelta ?? []
  }
}
