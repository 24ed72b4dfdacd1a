import type { Table } from './table.ts'

/**
 * RFC 4180, with every digit that the number has; nothing where there is no value. Its line break is CRLF;
 * what reads a terminal's output expects LF.
 */
export function toCsv({ columns, rows }: Table, lineBreak = '\r\n'): string {
  return [columns, ...rows].map((cells) => cells.map(cell).join(',') + lineBreak).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
