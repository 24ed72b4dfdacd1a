/** From a file's text to rows of named cells, whatever its format. */

export type Cell = number | string | null

/** `line` counts from 1. Nested objects are kept: a row may hold one object of norms by layer. */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, unknown>>
}

/** Something in the text that could not be read, and what was expected in its place. */
export interface Trouble {
  readonly line: number
  readonly expected: 'json' | 'row' | 'number' | 'step' | 'cells' | 'columns'
  readonly came: string
}

const excerpt = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** A breath after so many lines, so that whoever reads a long file can share its thread. */
const breath = 100

/** Yields rows and troubles in the file's order, and `undefined` now and then as a breath. */
export function* rowsOf(text: string): Generator<Row | Trouble | undefined> {
  const start = text.trimStart().charAt(0)
  if (start === '[') yield* fromJson(text)
  else if (start === '{') yield* isOneObject(text) ? fromJson(text) : fromJsonLines(text)
  else yield* fromTable(text)
}

/** JSON lines are objects one under the other; a lone object may be a table of columns. */
function isOneObject(text: string): boolean {
  const whole = text.trim()
  try {
    parse(whole.split('\n', 1)[0] ?? '')
    return !whole.includes('\n')
  } catch {
    return true
  }
}

function* fromJson(text: string): Generator<Row | Trouble | undefined> {
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    yield { line: 1, expected: 'json', came: excerpt(String((error as Error).message)) }
    return
  }
  const rows = Array.isArray(value) ? value : fromColumns(value as Record<string, unknown>)
  for (const [i, cells] of rows.entries()) {
    if (i % breath === breath - 1) yield undefined
    if (isObject(cells)) yield { line: i + 1, cells }
    else yield { line: i + 1, expected: 'row', came: excerpt(JSON.stringify(cells) ?? '') }
  }
}

/** {step: [0, 1], loss: [2.3, 2.2]} as rows; an object without lists is one row. */
function fromColumns(columns: Readonly<Record<string, unknown>>): unknown[] {
  const lists = Object.entries(columns).filter(([, value]) => Array.isArray(value))
  if (lists.length === 0) return [columns]
  const length = Math.max(...lists.map(([, list]) => (list as unknown[]).length))
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(lists.map(([name, list]) => [name, (list as unknown[])[i] ?? null])),
  )
}

function* fromJsonLines(text: string): Generator<Row | Trouble | undefined> {
  let line = 0
  for (const source of linesOf(text)) {
    line++
    if (line % breath === 0) yield undefined
    if (source.trim() === '') continue
    try {
      const cells = parse(source)
      if (isObject(cells)) yield { line, cells }
      else yield { line, expected: 'row', came: excerpt(source) }
    } catch {
      yield { line, expected: 'json', came: excerpt(source) }
    }
  }
}

/** Python writes NaN and Infinity, which JSON does not know: they come out as these words. */
function parse(json: string): unknown {
  return JSON.parse(json.replace(/(?<=[:,[]\s*)(-?Infinity|NaN)(?=\s*[,}\]])/g, '"$1"'))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function* fromTable(text: string): Generator<Row | Trouble | undefined> {
  let names: string[] | undefined
  let separator = ','
  let line = 0
  for (const source of linesOf(text)) {
    line++
    if (line % breath === 0) yield undefined
    if (source.trim() === '' || source.startsWith('#')) continue
    if (!names) {
      separator = separatorOf(source)
      names = split(source, separator)
      continue
    }
    const cells = split(source, separator)
    if (cells.length !== names.length) {
      yield { line, expected: 'cells', came: `${cells.length}/${names.length}` }
    } else yield { line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i]])) }
  }
}

function* linesOf(text: string): Generator<string> {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  for (let from = 0; from < clean.length; ) {
    const end = clean.indexOf('\n', from)
    const to = end < 0 ? clean.length : end
    yield clean.slice(from, to).replace(/\r$/, '')
    from = to + 1
  }
}

/** Whichever of the usual separators the header has most of. */
function separatorOf(header: string): string {
  const count = (separator: string) => header.split(separator).length
  return [',', ';', '\t', ' '].reduce((best, one) => (count(one) > count(best) ? one : best))
}

/** Cells may stand in double quotes, with a quote inside written twice. */
function split(source: string, separator: string): string[] {
  if (!source.includes('"')) {
    const cells = separator === ' ' ? source.trim().split(/ +/) : source.split(separator)
    return cells.map((cell) => cell.trim())
  }
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < source.length; i++) {
    const sign = source.charAt(i)
    if (quoted && sign === '"' && source.charAt(i + 1) === '"') {
      cell += '"'
      i++
    } else if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
