/** A chart's numbers as a table: for readers who do not see the chart, and as CSV. */
import type { Chart } from './chart.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | null)[])[]
}

/** The names of a band's two columns, in the page's language. */
export interface BandWords {
  readonly low: string
  readonly high: string
}

export function chartToTable(
  { x, series }: Chart,
  words: BandWords = { low: 'low', high: 'high' },
): Table {
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
