/** What a log is read as, whatever its format: rows of named cells, and what could not be read. */

/** `line` counts from 1. */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, unknown>>
}

/** Something in the text that could not be used as it stands, and what was expected in its place. */
export interface Trouble {
  readonly line: number
  readonly expected:
    | 'text'
    | 'json'
    | 'row'
    | 'names'
    | 'cells'
    | 'step'
    | 'number'
    | 'norm'
    | 'once'
    | 'columns'
  readonly came: string
}

/** Rows and troubles in the file's order, and `undefined` now and then as a breath. */
export type Rows = Generator<Row | Trouble | undefined>

export const excerpt = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** A breath after so many lines, so that whoever reads a long file can share its thread. */
export const breath = 100

/** Lines as Windows, Unix or an old Mac ends them. */
export function* linesOf(text: string): Generator<string> {
  const end = text.includes('\n') ? '\n' : '\r'
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(end, from)
    const to = at < 0 ? text.length : at
    yield text.slice(from, to).replace(/\r$/, '')
    from = to + 1
  }
}
