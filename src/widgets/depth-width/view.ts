import type english from '../../../content/en/widgets/depth-width.json'
import type { Band, Line, Plot } from '../../charts/model/chart.ts'
import { figures } from '../../charts/model/format.ts'
import { percentile } from '../../experiment/band.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type { DepthWidthConfig, DepthWidthRecord } from '../../experiments/depth-width/record.ts'
import { fill } from '../../i18n/fill.ts'
import { byActivation, byInitializer } from '../looks.ts'
import type { ShownRun, View } from '../view.ts'

type ViewConfig = { readonly show: 'error' | 'loss' }
type Shown = ShownRun<DepthWidthConfig, DepthWidthRecord>
type Messages = typeof english.words
type Sweep = 'depth' | 'examples'
type Column = 'trainError' | 'testError' | 'trainLoss' | 'testLoss'

export const view: View<DepthWidthConfig, DepthWidthRecord, Messages, ViewConfig> = {
  parameters: { show: { kind: 'choice', options: ['error', 'loss'], default: 'error' } },
  controls: ['across', 'dataset', 'activation', 'initializer', 'budget', 'repeats'],
  naming: ['activation'],
  looks: [byActivation, byInitializer],
  runs: sideBySide([
    { id: 'relu', config: { activation: 'relu', initializer: 'heNormal' } },
    { id: 'sigmoid', config: { activation: 'sigmoid', initializer: 'xavierNormal' } },
  ]),
  charts(runs, { show }, { messages }) {
    const sweep = sweepOf(runs[0])
    const alike = runs.filter((run) => sweepOf(run) === sweep)
    const columns: readonly Column[] =
      show === 'error' ? ['trainError', 'testError'] : ['trainLoss', 'testLoss']
    const top = highest(alike, columns)
    return columns.map((column) => plot(alike, sweep, column, top, messages))
  },
  summary(runs, _, { messages }) {
    return runs
      .map((run) => {
        const { label, records } = run
        const sweep = sweepOf(run)
        const last = pointsOf(records, sweep).at(-1)
        if (last === undefined) return label
        const at = records.filter((record) => record[sweep] === last)
        const percent = (column: Column) =>
          figures(
            100 *
              percentile(
                at.map((record) => record[column]),
                50,
              ),
            3,
          )
        return fill(sweep === 'depth' ? messages.summaryDepth : messages.summarySize, {
          label,
          at: last,
          width: at[0]?.width ?? '',
          parameters: at[0]?.parameters ?? '',
          count: records.length,
          train: percent('trainError'),
          test: percent('testError'),
        })
      })
      .join('\n')
  },
}

const sweepOf = (run: Shown | undefined): Sweep =>
  run?.config.across === 'sizes' ? 'examples' : 'depth'

const pointsOf = (records: readonly DepthWidthRecord[], sweep: Sweep): number[] =>
  [...new Set(records.map((record) => record[sweep]))].sort((a, b) => a - b)

/** Each run's median at every point of the sweep, and between which values 90 % of its trainings lie. */
function plot(
  runs: readonly Shown[],
  sweep: Sweep,
  column: Column,
  top: number,
  messages: Messages,
): Plot {
  return {
    id: column,
    title: messages.titles[column],
    x:
      sweep === 'depth'
        ? { label: messages.depthAxis, scale: 'linear', domain: [1, 12], whole: true }
        : { label: messages.sizeAxis, scale: 'log', domain: [20, 500] },
    y: { label: messages.axes[column], scale: 'linear', domain: [0, top] },
    series: runs.flatMap((run, i) => linesOf(run, i, sweep, column)),
  }
}

function linesOf(
  { label, tone, dash, marker, records }: Shown,
  i: number,
  sweep: Sweep,
  column: Column,
): (Line | Band)[] {
  const x = pointsOf(records, sweep)
  const over = (percent: number) =>
    x.map((point) => {
      const at = records.filter((record) => record[sweep] === point)
      return percentile(
        at.map((record) => record[column]),
        percent,
      )
    })
  const line = { kind: 'line', id: `run-${i}`, label, tone, dash, marker, named: true } as const
  const isSpread = records.length > x.length
  const band = {
    kind: 'band',
    id: `band-${i}`,
    label,
    tone,
    x,
    low: over(5),
    high: over(95),
  } as const
  return [...(isSpread ? [band] : []), { ...line, x, y: over(50) }]
}

/** Both charts end at the same fifth, or whole number, above all that is in them. */
function highest(runs: readonly Shown[], columns: readonly Column[]): number {
  const records = runs.flatMap(({ records }) => records)
  const all = records.flatMap((record) => columns.map((column) => record[column]))
  const most = Math.max(0.1, ...all.filter(Number.isFinite))
  return most > 1 ? Math.ceil(most) : Math.ceil(5 * most) / 5
}
