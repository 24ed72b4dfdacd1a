import type english from '../../../content/en/widgets/activation-race.json'
import type { Chart } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type { ActivationRaceConfig } from '../../experiments/activation-race/record.ts'
import type { GradientFlowRecord } from '../../experiments/gradient-flow/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation } from '../looks.ts'
import { lossChart } from '../shared/loss-chart.ts'
import { hiddenLayers as hidden, recordAt, spanOf } from '../shared/records.ts'
import { bandOf, decades, type ShownRun, type View } from '../view.ts'

type ViewConfig = { readonly at: number }
type Shown = ShownRun<ActivationRaceConfig, GradientFlowRecord>
type Messages = typeof english.words

export const view: View<ActivationRaceConfig, GradientFlowRecord, Messages, ViewConfig> = {
  parameters: { at: { kind: 'number', role: 'step', min: -1, max: 1000, step: 1, default: -1 } },
  controls: ['activation', 'start', 'depth', 'learningRate', 'weightSeed'],
  naming: ['activation', 'start'],
  looks: [byActivation],
  runs: sideBySide(
    ['relu', 'sigmoid', 'tanh', 'elu', 'selu'].map((activation) => ({
      id: activation,
      config: { activation },
    })),
  ),
  charts(runs, { at }, { messages }) {
    const trains = runs.some(({ config }) => config.steps > 0)
    return trains
      ? [profile(runs, at, messages), lossChart(runs, at, messages, { top: top(runs) })]
      : [profile(runs, at, messages)]
  },
  summary(runs, { at }, { messages, numbers }) {
    return runs
      .map(({ label, records }) => {
        const record = recordAt(records, at)
        if (!record) return label
        const { step, loss, deltaNorm } = record
        const left = inWords((deltaNorm[0] ?? 0) / (deltaNorm.at(-2) ?? 0), numbers)
        const diverged = record.divergedQuantity !== undefined
        const sentence = diverged ? messages.diverged : messages.summary
        return fill(sentence, { label, step, loss: loss.toFixed(2), left })
      })
      .join('\n')
  },
}

/** The size of δ by hidden layer at the step shown, with the band and theory's dashes where the run starts. */
function profile(runs: readonly Shown[], at: number, messages: Messages): Chart {
  const depth = Math.max(...runs.map(({ config }) => config.depth))
  const x = Array.from({ length: depth }, (_, l) => l + 1)
  const series = runs.flatMap(({ label, tone, dash, marker, records, band }, i) => {
    const record = recordAt(records, at)
    const y = hidden(record?.deltaNorm)
    const atStart = record?.step === 0
    const common = { label, tone, x: x.slice(0, y.length) }
    return [
      ...(atStart && band.length > 1
        ? [
            {
              ...common,
              kind: 'band',
              id: `band-${i}`,
              label: `${label}, ${messages.band}`,
              ...bandOf(band, 'deltaNorm', y.length),
            } as const,
          ]
        : []),
      { ...common, kind: 'line', id: `run-${i}`, dash, marker, named: true, y } as const,
    ]
  })
  const all = runs.flatMap(({ records, band }) => [
    ...spanOf(records, 'deltaNorm', ({ deltaNorm }) => hidden(deltaNorm)),
    ...band.flatMap(({ deltaNorm }) => hidden(deltaNorm)),
  ])
  return {
    id: 'profile',
    title: messages.profileTitle,
    x: {
      label: messages.layerAxis,
      scale: 'linear',
      domain: [1, Math.max(2, depth)],
      whole: true,
    },
    y: { label: messages.delta, scale: 'log', domain: decades(all) },
    series,
  }
}

/** A run that flies off leaves the chart instead of flattening the others. */
function top(runs: readonly Shown[]): number {
  return Math.max(2.5, ...runs.map(({ records }) => 1.2 * (records[0]?.loss ?? 0)))
}
