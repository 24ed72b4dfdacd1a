import type english from '../../../content/en/widgets/loss-slope.json'
import type { Chart, Line, Plot } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import type { LossSlopeConfig, LossSlopeRecord } from '../../experiments/loss-slope/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byLoss } from '../looks.ts'
import type { ShownRun, View, ViewWords } from '../view.ts'

type Messages = typeof english.words

type Shown = ShownRun<LossSlopeConfig, LossSlopeRecord>
type Column = 'loss' | 'delta' | 'outputGradient' | 'slope'

export const view: View<
  LossSlopeConfig,
  LossSlopeRecord,
  Messages,
  { readonly curve: 'lossCurve' | 'deltaCurve' }
> = {
  parameters: {
    curve: { kind: 'choice', options: ['lossCurve', 'deltaCurve'], default: 'deltaCurve' },
  },
  controls: ['z', 'target', 'loss'],
  naming: ['loss'],
  handleParameter: 'z',
  looks: [byLoss],
  charts(runs, { curve }, words) {
    return [curve === 'lossCurve' ? losses(runs, words) : factors(runs, words)]
  },
  summary(runs, _, { messages, numbers }) {
    return runs
      .flatMap(({ label, records: [record] }) =>
        record
          ? fill(messages.summary, {
              label,
              z: record.pointZ,
              loss: inWords(record.pointLoss, numbers),
              gradient: inWords(record.pointOutputGradient, numbers),
              slope: inWords(record.pointSlope, numbers),
              delta: inWords(record.pointDelta, numbers),
            })
          : [],
      )
      .join('\n')
  },
}

function losses(runs: readonly Shown[], { messages }: ViewWords<Messages>): Chart {
  const series = runs.flatMap((run) => [
    ...curve(run, 'loss', run.label, { named: true }),
    ...point(run, 'pointLoss', run.label),
  ])
  return {
    ...frame(runs, 'pointLoss', messages),
    id: 'loss',
    title: messages.lossTitle,
    y: { label: messages.loss, scale: 'linear', domain: [0, 8] },
    series,
  }
}

/** On a logarithmic axis a product is a sum: what σ′ falls, ∂C/∂a must rise if δ is to stay. */
function factors(runs: readonly Shown[], { messages }: ViewWords<Messages>): Chart {
  const dotted = { dash: 'dotted', tone: 'one', named: true } as const
  const series = [
    ...runs.slice(0, 1).flatMap((run) => curve(run, 'slope', messages.slope, dotted)),
    ...runs.flatMap((run) =>
      curve(run, 'outputGradient', `∂C/∂a, ${run.label}`, { dash: 'dashDot' }),
    ),
    ...runs.flatMap((run) => [
      ...curve(run, 'delta', `δ, ${run.label}`, { named: true }),
      ...point(run, 'pointDelta', `δ, ${run.label}`),
    ]),
  ]
  return {
    ...frame(runs, 'pointDelta', messages),
    id: 'factors',
    title: messages.factorsTitle,
    y: { label: messages.size, scale: 'log', domain: [1e-8, 1e4] },
    series,
  }
}

function frame(
  runs: readonly Shown[],
  held: 'pointLoss' | 'pointDelta',
  messages: Messages,
): Pick<Plot, 'x' | 'handle'> {
  const [run] = runs
  const record = run?.records[0]
  return {
    x: { label: messages.zAxis, scale: 'linear', domain: [-8, 8] },
    ...(run &&
      record && {
        handle: { x: record.pointZ, y: Math.abs(record[held]), tone: run.tone },
      }),
  }
}

/** A column over z, by its size; a marker at each of its many points would hide it. */
function curve(run: Shown, column: Column, label: string, look: Partial<Line>): Line[] {
  const [record] = run.records
  if (!record) return []
  return [
    {
      kind: 'line',
      id: `${column}-${run.config.loss}`,
      label,
      tone: run.tone,
      dash: 'solid',
      marker: 'none',
      named: false,
      x: record.z,
      y: record[column].map(Math.abs),
      ...look,
    },
  ]
}

function point(run: Shown, column: 'pointLoss' | 'pointDelta', label: string): Line[] {
  const [record] = run.records
  if (!record) return []
  return [
    {
      kind: 'line',
      id: `${column}-${run.config.loss}`,
      label: `${label}, z = ${record.pointZ}`,
      tone: run.tone,
      dash: 'solid',
      marker: run.marker,
      named: false,
      x: [record.pointZ],
      y: [Math.abs(record[column])],
    },
  ]
}
