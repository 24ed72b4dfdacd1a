/** A chart's numbers as a table: for readers who do not see the chart, and as CSV. */
import type { Chart, Grid, GridAxis } from './chart.ts'
import { figures } from './format.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The names of a band's two columns, in the page's language. */
export interface BandWords {
  readonly low: string
  readonly high: string
}

export function chartToTable(chart: Chart, words: BandWords = { low: 'low', high: 'high' }): Table {
  if (chart.kind === 'grid') return gridToTable(chart)
  const { x, series } = chart
  const columns = series.flatMap((s) =>
    s.kind === 'band'
      ? [
          { name: `${s.label}, ${words.low}`, values: byX(s.x, s.low) },
          { name: `${s.label}, ${words.high}`, values: byX(s.x, s.high) },
        ]
      : [{ name: s.label, values: byX(s.x, s.y) }],
  )
  const xs = [...new Set(series.flatMap((s) => s.x))].sort((a, b) => a - b)
  return {
    columns: [x.label, ...columns.map(({ name }) => name)],
    rows: xs.map((at) => [at, ...columns.map(({ values }) => values.get(at) ?? null)]),
  }
}

/** As it stands on the page: one row a row, under the names of the columns; lines over it in columns of their own. */
function gridToTable({ x, y, values, categories, lines: all = [] }: Grid): Table {
  const lines = all.filter(({ label }) => label !== '')
  const say = (value: number | null) => (value === null ? null : (categories?.[value] ?? value))
  const hasCells = values.length > 0
  const names = hasCells ? cellNames(y, true) : []
  const rows = Math.max(names.length, ...lines.map((line) => line.x.length))
  const cells = (row: number) => {
    if (!hasCells) return []
    return row < names.length
      ? [names[row] ?? '', ...values.slice(row * x.count, (row + 1) * x.count).map(say)]
      : Array.from({ length: 1 + x.count }, () => null)
  }
  return {
    columns: [
      ...(hasCells ? [`${y.label} \\ ${x.label}`, ...cellNames(x, false)] : []),
      ...lines.flatMap(({ label }) => [`${label}, ${x.label}`, `${label}, ${y.label}`]),
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      ...cells(row),
      ...lines.flatMap((line) => [line.x[row] ?? null, line.y[row] ?? null]),
    ]),
  }
}

/** A number line names a cell by its middle; rows count from the top of the line. */
function cellNames({ count, names, domain }: GridAxis, fromTop: boolean): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (!domain) return names?.[i] ?? String(i + 1)
    const share = ((fromTop ? count - 1 - i : i) + 0.5) / count
    return figures(domain[0] + share * (domain[1] - domain[0]), 3)
  })
}

/** RFC 4180, with every digit that the number has. Nothing is written where there is no value. */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cell).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function byX(
  xs: readonly number[],
  values: readonly (number | null)[],
): Map<number, number | null> {
  return new Map(xs.map((x, i) => [x, values[i] ?? null]))
}
