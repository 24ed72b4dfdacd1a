import type english from '../../../content/en/widgets/phase-map.json'
import type { Chart, GridLine } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import type { PhaseMapConfig, PhaseMapRecord } from '../../experiments/phase-map/record.ts'
import { fill } from '../../i18n/fill.ts'
import type { ShownRun, View } from '../view.ts'

type Shown = ShownRun<PhaseMapConfig, PhaseMapRecord>
type Messages = typeof english.words

/** The factors at which colours are full: below and above nothing changes to the eye. */
const domain = [2 / 3, 3 / 2] as const

export const view: View<PhaseMapConfig, PhaseMapRecord, Messages> = {
  parameters: {},
  controls: ['activation', 'depth', 'width', 'weightMax', 'biasMax', 'resolution'],
  naming: ['activation'],
  charts: (runs, _, { messages }) => runs.map((run, i) => map(run, i, runs.length > 1, messages)),
  summary: (runs, _, { messages }) => runs.map((run) => describe(run, messages)).join('\n'),
  pointAt({ config, records }, [x, y], { messages }) {
    const { resolution, weightMax, biasMax, depth, width, activation, weightSeed } = config
    const cell = (share: number) =>
      Math.min(resolution - 1, Math.max(0, Math.floor(share * resolution)))
    const [column, row] = [cell(x / weightMax), cell(y / biasMax)]
    const weightScale = ((column + 0.5) / resolution) * weightMax
    const biasScale = ((row + 0.5) / resolution) * biasMax
    const record = records[row * resolution + column]
    const values = { weightScale: figures(weightScale, 3), biasScale: figures(biasScale) }
    const numbers = record && {
      factor: figures(record.factor, 3),
      predicted: figures(record.predicted, 3),
    }
    return {
      at: [weightScale, biasScale],
      text: fill(numbers ? messages.measured : messages.point, { ...values, ...numbers }),
      widget: 'gradient-flow',
      config: {
        depth,
        width: Math.min(width, 128),
        activation,
        initializer: 'fanIn',
        weightScale: Math.max(0.05, weightScale),
        biasScale,
        weightSeed,
      },
    }
  },
}

/** A row of the picture is a σ_b, the smallest at the bottom; what has not come yet is empty. */
function map(
  { config, records, label }: Shown,
  i: number,
  isNamed: boolean,
  messages: Messages,
): Chart {
  const { resolution: count, weightMax, biasMax } = config
  const title = messages.mapTitle
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => records[row * count + column]?.factor ?? null),
  )
  return {
    kind: 'grid',
    id: `map-${i}`,
    title: isNamed ? `${label}: ${title}` : title,
    x: { label: messages.weightAxis, count, domain: [0, weightMax] },
    y: { label: messages.biasAxis, count, domain: [0, biasMax] },
    values: rows.toReversed().flat(),
    colour: 'diverging',
    scale: 'log',
    fills: true,
    domain,
    ends: [messages.vanishes, messages.explodes],
    lines: [theory(records, config, messages)],
  }
}

/** Where theory has a factor of 1, from the top down, as the table goes; no farther than the map. */
function theory(
  [first]: readonly PhaseMapRecord[],
  { weightMax }: PhaseMapConfig,
  messages: Messages,
): GridLine {
  const { criticalWeights = [], criticalBiases = [] } = first ?? {}
  const inside = criticalWeights.flatMap((weight, i) => (weight <= weightMax ? [i] : [])).reverse()
  return {
    label: messages.theory,
    tone: 'theory',
    dash: 'dashed',
    x: inside.map((i) => criticalWeights[i] ?? 0),
    y: inside.map((i) => criticalBiases[i] ?? 0),
  }
}

function describe({ label, config, records }: Shown, messages: Messages): string {
  const all = config.resolution * config.resolution
  const values = {
    label,
    count: records.length,
    all,
    vanishing: records.filter(({ factor }) => factor < 1).length,
    exploding: records.filter(({ factor }) => factor > 1).length,
  }
  return fill(records.length < all ? messages.underWay : messages.whole, values)
}
