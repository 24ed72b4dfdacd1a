/** JSON, and JSON lines, to rows of named cells: what is nested gets a name with a slash. */
import { breath, excerpt, linesOf, type Rows } from './lines.ts'

type Named = Readonly<Record<string, unknown>>

export function* rowsOfJson(text: string): Rows {
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    yield { line: 1, expected: 'json', came: excerpt(String((error as Error).message)) }
    return
  }
  for (const [i, cells] of rowsIn(value).entries()) {
    if (i % breath === breath - 1) yield undefined
    if (isNamed(cells)) yield { line: i + 1, cells: flat(cells) }
    else yield { line: i + 1, expected: 'row', came: excerpt(JSON.stringify(cells) ?? '') }
  }
}

/** JSON lines are objects one under the other; a lone object may be anything else. */
export function rowsOfObjects(text: string): Rows {
  const [line = ''] = linesOf(text.trimStart())
  try {
    parse(withoutComma(line))
    return rowsOfLines(text)
  } catch {
    return rowsOfJson(text)
  }
}

function* rowsOfLines(text: string): Rows {
  let line = 0
  for (const source of linesOf(text)) {
    line++
    if (line % breath === 0) yield undefined
    if (source.trim() === '') continue
    try {
      const cells = parse(withoutComma(source))
      if (isNamed(cells)) yield* rowsIn(cells).map((row) => ({ line, cells: flat(row as Named) }))
      else yield { line, expected: 'row', came: excerpt(source) }
    } catch {
      yield { line, expected: 'json', came: excerpt(source) }
    }
  }
}

const withoutComma = (line: string): string => line.replace(/,\s*$/, '')

/** A list of rows, alone or inside an object; rows by step; columns by name; or one row. */
function rowsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const entries = Object.entries(value as Named)
  const lists = entries.filter(([, list]) => Array.isArray(list) && list.some(isNamed))
  if (lists.length === 1) return lists[0]?.[1] as unknown[]
  if (entries.every(([key, row]) => isCount(key) && isNamed(row)))
    return entries.map(([step, row]) => ({ step: Number(step), ...(row as Named) }))
  return fromColumns(Object.entries(flat(value as Named, (list) => !isColumn(list))))
}

/** {step: [0, 1], loss: [2.3, 2.2]} as rows; an object without lists is one row. */
function fromColumns(columns: readonly [string, unknown][]): unknown[] {
  const lists = columns.flatMap(([name, list]) =>
    isColumn(list) ? [[name, Object.values(list as object)] as const] : [],
  )
  if (lists.length === 0) return [Object.fromEntries(columns)]
  const length = lists.reduce((most, [, list]) => Math.max(most, list.length), 0)
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(lists.map(([name, list]) => [name, list[i] ?? null])),
  )
}

/** A list, or what pandas makes of a column: an object by row number. */
function isColumn(value: unknown): boolean {
  if (!isNamed(value)) return Array.isArray(value)
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every(isCount)
}

const isCount = (key: string) => /^\d+$/.test(key)

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Deeper than this is no log. */
const deepest = 5

/** {a: {b: 1}} as {a/b: 1}. */
function flat(named: Named, opens: (value: object) => boolean = () => true): Named {
  const isOpened = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && opens(value)
  if (!Object.values(named).some(isOpened)) return named
  const leaves = (value: object, path: string, depth: number): [string, unknown][] =>
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const name = path + key
      if (!isOpened(inner)) return [[name, inner]]
      return depth < deepest ? leaves(inner, `${name}/`, depth + 1) : []
    })
  return Object.fromEntries(leaves(named, '', 1))
}

/** JSON, and what Python writes in its place: NaN, Infinity and inf come out as words; quotes may be single. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    for (const mended of [withWords(json), withWords(fromPython(json))]) {
      try {
        return JSON.parse(mended)
      } catch {
        // the first complaint is of what stands in the file
      }
    }
    throw error
  }
}

/** Text in quotes is passed over, whatever it says. */
const withWords = (json: string): string =>
  json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:nan|inf(?:inity)?)\b/gi, (found) =>
    found.startsWith('"') ? found : `"${found}"`,
  )

const fromPython = (text: string): string =>
  text
    .replaceAll("'", '"')
    .replace(/\bNone\b/g, 'null')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
