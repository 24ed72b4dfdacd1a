import type english from '../../../content/en/widgets/linear-pieces.json'
import type { Band, Line, Plot } from '../../charts/model/chart.ts'
import { inWords } from '../../charts/model/format.ts'
import { sideBySide } from '../../experiment/setting.ts'
import type {
  LinearPiecesConfig,
  LinearPiecesRecord,
} from '../../experiments/linear-pieces/record.ts'
import type { BentLine } from '../../experiments/shared/piecewise.ts'
import { fill } from '../../i18n/fill.ts'
import { bandOf, decades, type ShownRun, type View } from '../view.ts'

type Shown = ShownRun<LinearPiecesConfig, LinearPiecesRecord>
type Messages = typeof english.words

export const view: View<LinearPiecesConfig, LinearPiecesRecord, Messages> = {
  parameters: {},
  controls: ['depth', 'width', 'biasScale', 'weightSeed'],
  naming: ['start'],
  looks: [{ parameter: 'start', looks: { sawtooth: 1, random: 2 } }],
  runs: sideBySide([
    { id: 'sawtooth', config: { start: 'sawtooth' } },
    { id: 'random', config: { start: 'random' } },
  ]),
  charts: (runs, _, { messages }) => [lines(runs, messages), counts(runs, messages)],
  summary(runs, _, { messages, numbers }) {
    return runs
      .map(({ label, records: [record], config }) =>
        fill(messages.summary, {
          label,
          depth: config.depth,
          pieces: inWords(record?.pieces.at(-1) ?? Number.NaN, numbers, 4),
          parameters: inWords(record?.parameters.at(-1) ?? Number.NaN, numbers, 4),
          most: inWords(record?.oneLayer.at(-1) ?? Number.NaN, numbers, 4),
        }),
      )
      .join('\n')
  },
}

/** More vertices than this, and the lines between them close up to a block of colour. */
const mostVertices = 100

/** What each network makes of its input, by its vertices; of many folds only the first can be seen. */
function lines(runs: readonly Shown[], messages: Messages): Plot {
  const all = runs.flatMap(({ records }) => records[0]?.y ?? [])
  const isCrowded = (end: number) =>
    runs.some(
      ({ records: [record] }) => Number(record?.x.filter((x) => x <= end).length) > mostVertices,
    )
  let end = 1
  while (isCrowded(end)) end /= 2
  return {
    id: 'lines',
    title: messages.linesTitle,
    x: {
      label: fill(end < 1 ? messages.inputPart : messages.input, { end: String(end) }),
      scale: 'linear',
      domain: [0, end],
    },
    y: {
      label: messages.output,
      scale: 'linear',
      domain: [Math.min(0, ...all), Math.max(1, ...all)],
    },
    series: runs.map(({ label, tone, dash, records: [record] }, i) => ({
      kind: 'line',
      id: `line-${i}`,
      label,
      tone,
      dash,
      marker: 'none',
      named: runs.length > 1,
      ...cutAt(record ?? { x: [], y: [] }, end),
    })),
  }
}

/** With a point more where the drawing ends, so that a straight piece reaches its edge. */
function cutAt({ x, y }: BentLine, end: number): BentLine {
  const next = x.findIndex((value) => value >= end)
  if (next < 1 || x[next] === end) return { x, y }
  const [x0, x1] = [Number(x[next - 1]), Number(x[next])]
  const [y0, y1] = [Number(y[next - 1]), Number(y[next])]
  const there = y0 + ((y1 - y0) * (end - x0)) / (x1 - x0)
  return { x: x.toSpliced(next, 0, end), y: y.toSpliced(next, 0, there) }
}

function counts(runs: readonly Shown[], messages: Messages): Plot {
  const series = runs.flatMap((run, i) => countsOf(run, i, messages))
  const values = series.flatMap((one) => (one.kind === 'band' ? one.high : one.y))
  const depth = Math.max(2, ...runs.map(({ config }) => config.depth))
  return {
    id: 'counts',
    title: messages.countsTitle,
    x: { label: messages.depthAxis, scale: 'linear', domain: [1, depth], whole: true },
    y: { label: messages.piecesAxis, scale: 'log', domain: decades(values.map(Number)) },
    series,
  }
}

/** The pieces counted; for the first run, in grey, the most that one hidden layer of its size can have. */
function countsOf(
  { label, tone, dash, marker, records, band }: Shown,
  i: number,
  messages: Messages,
): (Line | Band)[] {
  const { pieces = [], oneLayer = [] } = records[0] ?? {}
  const x = pieces.map((_, d) => d + 1)
  const spread = band.length > 0 ? bandOf(band, 'pieces', x.length) : undefined
  const line = { kind: 'line', x, named: true } as const
  const theory = {
    label: messages.oneLayer,
    tone: 'theory',
    dash: 'dashed',
  } as const
  return [
    ...(spread ? [{ kind: 'band', id: `band-${i}`, label, tone, x, ...spread } as const] : []),
    ...(i === 0
      ? [{ ...line, ...theory, id: 'one-layer', marker: 'none', y: oneLayer } as const]
      : []),
    { ...line, id: `run-${i}`, label, tone, dash, marker, y: pieces },
  ]
}
