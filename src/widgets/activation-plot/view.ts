import type english from '../../../content/en/widgets/activation-plot.json'
import type { Chart, Line, Zone } from '../../charts/model/chart.ts'
import { figures, signed } from '../../charts/model/format.ts'
import type {
  ActivationPlotConfig,
  ActivationPlotRecord,
} from '../../experiments/activation-plot/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation } from '../looks.ts'
import type { ShownRun, View } from '../view.ts'

type Messages = typeof english.words

type Shown = ShownRun<ActivationPlotConfig, ActivationPlotRecord>
type Curve = 'value' | 'derivative'

const pointColumn = { value: 'pointValue', derivative: 'pointDerivative' } as const

export const view: View<ActivationPlotConfig, ActivationPlotRecord, Messages> = {
  parameters: {},
  controls: ['z', 'activation', 'range'],
  naming: ['activation'],
  looks: [byActivation],
  handleParameter: 'z',
  charts: (runs, _, words) => [
    plot('value', runs, words.messages),
    plot('derivative', runs, words.messages),
  ],
  summary(runs, _, { messages }) {
    return runs
      .map(({ label, records: [record] }) => {
        if (!record) return label
        const { pointZ, pointValue, pointDerivative, derivative } = record
        return fill(messages.summary, {
          label,
          z: signed(String(pointZ)),
          value: figures(pointValue, 3),
          slope: figures(pointDerivative, 3),
          share: figures((100 * Math.abs(pointDerivative)) / Math.max(...derivative.map(Math.abs))),
        })
      })
      .join('\n')
  },
}

/** The curve of every run with its point; the first run's point can be taken, and its saturated stretches are shaded. */
function plot(curve: Curve, runs: readonly Shown[], messages: Messages): Chart {
  const first = runs[0]?.records[0]
  const tone = runs[0]?.tone
  const series = runs.flatMap((run, i) => linesOf(run, i, curve, messages))
  const reach = first?.z.at(-1) ?? 1
  return {
    id: curve,
    title: messages.titles[curve],
    x: { label: messages.zAxis, scale: 'linear', domain: [-reach, reach] },
    y: { label: messages.axes[curve], scale: 'linear', domain: aroundAll(series) },
    series,
    zones: zonesOf(first?.saturated ?? [], messages.saturated),
    ...(first && tone && { handle: { x: first.pointZ, y: first[pointColumn[curve]], tone } }),
  }
}

function linesOf(
  { label, tone, dash, marker, records: [record] }: Shown,
  index: number,
  curve: Curve,
  messages: Messages,
): Line[] {
  if (!record) return []
  const common = { kind: 'line', tone, dash } as const
  const point = { x: [record.pointZ], y: [record[pointColumn[curve]]] }
  return [
    {
      ...common,
      id: `run-${index}`,
      label,
      marker: 'none',
      named: true,
      x: record.z,
      y: record[curve],
    },
    {
      ...common,
      id: `point-${index}`,
      label: `${label}, ${messages.point}`,
      marker,
      named: false,
      ...point,
    },
  ]
}

function zonesOf(ends: readonly number[], label: string): Zone[] {
  return ends.flatMap((from, i) => {
    const to = ends[i + 1]
    return i % 2 === 0 && to !== undefined ? [{ from, to, label }] : []
  })
}

/** To the next quarter, so that a curve that only comes near to 1 ends at 1. */
function aroundAll(lines: readonly Line[]): readonly [number, number] {
  const values = lines.flatMap(({ y }) => y.filter((value) => value !== null))
  return [Math.floor(4 * Math.min(0, ...values)) / 4, Math.ceil(4 * Math.max(0.25, ...values)) / 4]
}
