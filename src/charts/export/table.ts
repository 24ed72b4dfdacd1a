/** A chart's numbers as a table: for readers who do not see the chart, and for export. */
import { cellNames } from '../grid/readout.ts'
import type { Chart, Grid, GridAxis, Histograms } from '../model/chart.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The names of a band's two columns, in the page's language. */
export interface BandWords {
  readonly low: string
  readonly high: string
}

/** A titled table, for charts that have more than one. */
export interface NamedTable extends Table {
  readonly id: string
  readonly title: string
}

/** All tables of a chart: its own, and that of the points over a grid. */
export function chartToTables(chart: Chart, words?: BandWords): NamedTable[] {
  const { id, title } = chart
  const mainTable = { id, title, ...chartToTable(chart, words) }
  if (chart.kind !== 'grid' || !chart.points) return [mainTable]
  const { x, y, points, pointWords, categories } = chart
  return [
    mainTable,
    {
      id: `${id}-points`,
      title: pointWords?.title ?? title,
      columns: [axisHeading(x), axisHeading(y), pointWords?.category ?? ''],
      rows: points.map((point) => [
        point.x,
        point.y,
        categories?.[point.category] ?? point.category,
      ]),
    },
  ]
}

export function chartToTable(chart: Chart, words: BandWords = { low: 'low', high: 'high' }): Table {
  if (chart.kind === 'grid') return gridToTable(chart)
  if (chart.kind === 'histograms') return histogramsToTable(chart)
  const { x, series } = chart
  const columns = series.flatMap((s) =>
    s.kind === 'band'
      ? [
          { name: `${s.label}, ${words.low}`, values: valuesByX(s.x, s.low) },
          { name: `${s.label}, ${words.high}`, values: valuesByX(s.x, s.high) },
        ]
      : [{ name: ('column' in s && s.column) || s.label, values: valuesByX(s.x, s.y) }],
  )
  const xs = [...new Set(series.flatMap((s) => s.x))].sort((a, b) => a - b)
  return {
    columns: [x.label, ...columns.map(({ name }) => name)],
    rows: xs.map((at) => [at, ...columns.map(({ values }) => values.get(at) ?? null)]),
  }
}

/**
 * One table row per grid row, headed by the column names. Labelled lines over the grid get columns of
 * their own.
 */
function gridToTable({ x, y, values, categories, words = [], lines: every = [] }: Grid): Table {
  const lines = every.filter(({ label }) => label !== '')
  const displayValue = (value: number | null) =>
    value === null ? null : (categories?.[value] ?? value)
  const all: (string | number | null)[] = values.map(displayValue)
  for (const { text, column, row } of words) all[row * x.count + Math.round(column)] = text
  const hasCells = all.length > 0
  const names = hasCells ? cellNames(y, true) : []
  const rows = Math.max(names.length, ...lines.map((line) => line.x.length))
  const cells = (row: number) => {
    if (!hasCells) return []
    return row < names.length
      ? [names[row] ?? '', ...all.slice(row * x.count, (row + 1) * x.count)]
      : Array.from({ length: 1 + x.count }, () => null)
  }
  return {
    columns: [
      ...(hasCells ? [`${axisHeading(y)} \\ ${axisHeading(x)}`, ...cellNames(x, false)] : []),
      ...lines.flatMap(({ label }) => [
        `${label}, ${axisHeading(x)}`,
        `${label}, ${axisHeading(y)}`,
      ]),
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      ...cells(row),
      ...lines.flatMap((line) => [line.x[row] ?? null, line.y[row] ?? null]),
    ]),
  }
}

const axisHeading = ({ column, label }: GridAxis): string => column ?? label

/** A row for each bin, named by its centre; a column for each histogram. */
function histogramsToTable({ label, column, theory, domain, bins, rows }: Histograms): Table {
  const columns = rows.flatMap((row) =>
    [row.shares, row.predicted ?? []].flatMap((shares, i) =>
      Array.from({ length: shares.length / bins }, (_, c) => ({
        name: `${row.label}${i > 0 ? `, ${theory}` : ''}, ${column} ${c + 1}`,
        values: shares.slice(c * bins, (c + 1) * bins),
      })),
    ),
  )
  return {
    columns: [label, ...columns.map(({ name }) => name)],
    rows: cellNames({ label, count: bins, domain }, false).map((middle, bin) => [
      middle,
      ...columns.map(({ values }) => values[bin] ?? null),
    ]),
  }
}

function valuesByX(
  xs: readonly number[],
  values: readonly (number | null)[],
): Map<number, number | null> {
  return new Map(xs.map((x, i) => [x, values[i] ?? null]))
}
