import type english from '../../../content/en/widgets/loss-duel.json'
import type { Line, Plot } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import type { LossDuelConfig, LossDuelRecord } from '../../experiments/loss-duel/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byInitializer, byLoss } from '../looks.ts'
import { spanOf } from '../shared/records.ts'
import { decades, type ShownRun, type View } from '../view.ts'

type Messages = typeof english.words

type Shown = ShownRun<LossDuelConfig, LossDuelRecord>
type Read = (record: LossDuelRecord) => number

const output: Read = ({ deltaNorm }) => deltaNorm.at(-1) ?? Number.NaN
const firstHidden: Read = ({ deltaNorm }) => deltaNorm[0] ?? Number.NaN
/** What the layers between leave of the output's δ: the same question under both losses. */
const passed: Read = (record) => firstHidden(record) / output(record)
const missing: Read = ({ outputError }) => outputError
const wrong: Read = ({ error }) => error

export const view: View<LossDuelConfig, LossDuelRecord, Messages> = {
  parameters: {},
  controls: [
    'learningRateCrossEntropy',
    'learningRateMeanSquaredError',
    'depth',
    'initializer',
    'weightScale',
    'weightSeed',
  ],
  naming: ['loss'],
  looks: [byLoss, byInitializer],
  charts(runs, _, { messages }) {
    const sizes = runs.flatMap(({ records }) =>
      spanOf(records, 'sizes', (record) => [output(record), firstHidden(record), missing(record)]),
    )
    const domain = decades(sizes)
    return [
      {
        ...frame('output', runs, messages),
        y: { label: messages.axes.output, scale: 'log', domain },
        series: [
          ...runs.map((run, i) => line(run, i, output)),
          ...runs.map((run, i) => ({
            ...line(run, i, missing),
            id: `missing-${i}`,
            label: `${run.label}, a − y`,
            dash: 'dotted' as const,
            named: false,
          })),
        ],
      },
      {
        ...frame('hidden', runs, messages),
        y: { label: messages.axes.hidden, scale: 'log', domain },
        series: runs.map((run, i) => line(run, i, firstHidden)),
      },
      {
        ...frame('passed', runs, messages),
        y: {
          label: messages.axes.passed,
          scale: 'log',
          domain: decades(
            runs.flatMap(({ records }) => spanOf(records, 'passed', (r) => [passed(r)])),
          ),
        },
        series: runs.map((run, i) => ({
          ...line(run, i, passed),
          dash: i === 0 ? run.dash : ('dashed' as const), // so that both are seen where they agree
        })),
      },
      {
        ...frame('error', runs, messages),
        y: { label: messages.axes.error, scale: 'linear', domain: [0, 1] },
        series: runs.map((run, i) => line(run, i, wrong)),
      },
    ]
  },
  summary(runs, _, { messages, numbers }) {
    return runs
      .flatMap(({ label, records }) => {
        const record = records.at(-1)
        if (!record) return label
        const { step, error, divergedQuantity } = record
        return fill(divergedQuantity ? messages.diverged : messages.summary, {
          label,
          step,
          error: Math.round(100 * error),
          output: inWords(output(record), numbers),
          hidden: inWords(firstHidden(record), numbers),
        })
      })
      .join('\n')
  },
}

function frame(
  id: keyof Messages['titles'],
  runs: readonly Shown[],
  messages: Messages,
): Omit<Plot, 'y' | 'series'> {
  const steps = Math.max(1, ...runs.map(({ config }) => config.steps))
  return {
    id,
    title: messages.titles[id],
    x: { label: messages.stepAxis, scale: 'linear', domain: [0, steps], whole: true },
  }
}

const line = ({ label, tone, dash, records }: Shown, index: number, read: Read): Line => ({
  kind: 'line',
  id: `run-${index}`,
  label,
  tone,
  dash,
  marker: 'none',
  named: true,
  x: records.map(({ step }) => step),
  y: records.map(read),
})
