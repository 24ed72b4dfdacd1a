/** From a file's text to rows of named cells. */
import { rowsOfJson, rowsOfObjects } from './json.ts'
import type { Rows } from './lines.ts'
import { rowsOfTable } from './table.ts'

export function* rowsOf(file: string): Rows {
  const text = file.replace(/^\ufeff/, '')
  const first = text.slice(0, 1000)
  if (isBinary(first)) yield { line: 1, expected: 'text', came: '' }
  else if (first.trimStart().startsWith('[')) yield* rowsOfJson(text)
  else if (first.trimStart().startsWith('{')) yield* rowsOfObjects(text)
  else yield* rowsOfTable(text)
}

/** A picture or an archive that was taken for a text has signs that no text has. */
function isBinary(text: string): boolean {
  const strange = [...text].filter((sign) => sign === '\ufffd' || (sign < ' ' && !/\s/.test(sign)))
  return strange.length * 20 > text.length
}
