/** What a view draws, in lines of text: short enough to be written by hand from a few records. */
import type { Chart, Grid, Histograms, Plot, Series, Tone } from '../../src/charts/model/chart.ts'
import type { ExperimentRecord } from '../../src/experiment/experiment.ts'
import { type Config, defaults } from '../../src/experiment/parameters.ts'
import { experimentById } from '../../src/experiment/registry.ts'
import { showRuns } from '../../src/widgets/view.ts'
import { loadView } from '../../src/widgets/views.ts'
import { viewWords } from './words.ts'

interface Given {
  /** What is not the default, of the run and of the view. */
  readonly config?: Config
  readonly records?: readonly ExperimentRecord[]
  readonly band?: readonly ExperimentRecord[]
}

/** Draws runs of an experiment: its charts, a block of lines each, and the numbers of its summary, line by line. */
export async function viewOf(id: string) {
  const experiment = await experimentById(id)
  const view = await loadView(id)
  const words = viewWords(id)
  return (given: readonly Given[], shown: Config = {}) => {
    const runs = showRuns(
      given.map(({ config = {}, records = [], band = [] }) => ({
        config: { ...defaults(experiment.parameters), ...config },
        records,
        band,
      })),
      view,
      words,
    )
    const setting = { ...defaults(view.parameters), ...shown }
    const drawn = view.charts(runs, setting, words)
    return {
      drawn,
      charts: drawn.map(linesOf),
      numbers: view.summary(runs, setting, words).split('\n').map(numbersIn),
      summary: view.summary(runs, setting, words),
    }
  }
}

/** Every number in a sentence, as it is written. */
const numbersIn = (text: string): string[] =>
  text.match(/(?<![\d.])−?(?:\d+(?:,\d{3})*(?:\.\d+)?(?:×10[⁻⁰-⁹¹²³]+)?|∞)|NaN|not a number/g) ?? []

function linesOf(chart: Chart): string[] {
  if (chart.kind === 'grid') return gridLines(chart)
  return chart.kind === 'histograms' ? histogramLines(chart) : plotLines(chart)
}

function plotLines({ id, x, y, series, zones = [], cursor, handle }: Plot): string[] {
  return [
    `${id}: ${axis('x', x)}${x.whole ? ' whole' : ''}, ${axis('y', y)}`,
    ...series.map(seriesLine),
    ...zones.map(({ from, to, label }) => `zone ${said(from)} to ${said(to)}: ${label}`),
    ...(cursor === undefined ? [] : [`cursor ${said(cursor)}`]),
    ...(handle ? [`handle ${pair(handle.x, handle.y)} ${toneOf(handle.tone)}`] : []),
  ]
}

const axis = (name: string, { scale, domain }: Plot['x']): string =>
  `${name} ${scale === 'log' ? 'log ' : ''}${domain.map(said).join(' to ')}`

/** A label in brackets is written beside its line, one in parentheses is not. */
function seriesLine(one: Series): string {
  const { id, kind, label, tone, x } = one
  if (kind === 'band') {
    const ends = x.map((at, i) => `(${said(at)}, ${said(one.low[i])} to ${said(one.high[i])})`)
    return [id, `(${label})`, toneOf(tone), 'band', ...ends].join(' ')
  }
  const points = x.map((at, i) => pair(at, one.y[i]))
  if (kind === 'bars') return [id, `(${label})`, toneOf(tone), 'bars', ...points].join(' ')
  const name = one.named ? `[${label}]` : `(${label})`
  const look = [toneOf(tone), one.dash, one.marker, ...(one.faint ? ['faint'] : [])]
  return [id, name, ...look, ...points].join(' ')
}

function gridLines(grid: Grid): string[] {
  const { id, x, y, values, colour, domain, points = [], lines = [], words = [], ring } = grid
  const scale = [colour, ...(grid.scale === 'log' ? ['log'] : []), domain.map(said).join(' to ')]
  const rows = Array.from({ length: y.count }, (_, row) =>
    values
      .slice(row * x.count, (row + 1) * x.count)
      .map(said)
      .join(' '),
  )
  const range = (name: string, { domain }: Grid['x']) =>
    domain ? [`${name} ${domain.map(said).join(' to ')}`] : []
  return [
    `${id}: ${x.count} × ${y.count}, ${[scale.join(' '), ...range('x', x), ...range('y', y)].join(', ')}`,
    ...(values.length > 0 ? rows : []),
    ...words.map(({ text, column, row }) => `word ${text} at ${column}, ${row}`),
    ...points.map(({ x, y, category }) => `point ${pair(x, y)} ${category}`),
    ...lines.map(({ label, tone, dash, x, y }) =>
      [`line ${label}`, toneOf(tone), dash, ...x.map((at, i) => pair(at, y[i]))].join(' '),
    ),
    ...(ring ? [`ring ${pair(...ring)}`] : []),
  ]
}

function histogramLines({ id, domain, bins, rows }: Histograms): string[] {
  return [
    `${id}: ${domain.map(said).join(' to ')}, ${bins} bins`,
    ...rows.map(({ id, label, tone, shares, predicted }) =>
      [
        ...[id, `[${label}]`, toneOf(tone), ...shares.map(said)],
        ...(predicted ? ['theory', ...predicted.map(said)] : []),
      ].join(' '),
    ),
  ]
}

const toneOf = (tone: Tone): string => (typeof tone === 'string' ? tone : `ramp ${said(tone.ramp)}`)

const pair = (x: number, y: number | null | undefined): string => `(${said(x)}, ${said(y)})`

/** To 12 digits, which hides what rounding does; `–` is a gap. */
const said = (value: number | null | undefined): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(12))) : '–'
