import type { Table } from './table.ts'

/**
 * CSV as in RFC 4180, with full precision; a missing value is an empty cell. The line break is CRLF by
 * default; command-line tools expect LF.
 */
export function toCsv({ columns, rows }: Table, lineBreak = '\r\n'): string {
  return [columns, ...rows].map((cells) => cells.map(cell).join(',') + lineBreak).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
