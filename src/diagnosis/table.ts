/** Rows of cells between commas, semicolons, tabs or spaces, under a row of names. */
import { breath, excerpt, linesOf, type Rows } from './lines.ts'

export function* rowsOfTable(text: string): Rows {
  let names: string[] | undefined
  let separator = ','
  let line = 0
  for (const source of linesOf(text)) {
    line++
    if (line % breath === 0) yield undefined
    if (source.trim() === '' || source.startsWith('#')) continue
    if (!names) {
      separator = separatorOf(source)
      names = unique(split(source, separator))
      if (!isNumber(names[0] ?? '') && !names.some(isMeasured)) continue
      yield { line, expected: 'names', came: excerpt(source) }
      return
    }
    const cells = split(source, separator)
    if (cells.length !== names.length) {
      yield { line, expected: 'cells', came: `${cells.length}/${names.length}` }
    } else {
      const named = names.map((name, i) => [name, plain(cells[i] ?? '', separator)])
      yield { line, cells: Object.fromEntries(named) }
    }
  }
}

/** Layers may be called by numbers, but not the first column, and none has a power of ten in its name. */
const isNumber = (name: string) => name !== '' && Number.isFinite(Number(name.replace(',', '.')))

const isMeasured = (name: string) => isNumber(name) && /e[+-]?\d/i.test(name)

/** Of two columns with one name neither hides the other. */
function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((name, i) => {
    const isNew = name === '' || !seen.has(name)
    seen.add(name)
    return isNew ? name : `${name} (${i + 1})`
  })
}

/** Whichever of the usual separators the header has most of; spaces only where there is none of them. */
function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  const best = [';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a), ',')
  return count(best) > 1 ? best : ' '
}

/** A comma in a number is its decimal sign, unless commas separate cells and this one groups three digits. */
function plain(cell: string, separator: string): string {
  if (!cell.includes(',')) return cell
  const isGrouped = separator === ',' && /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(cell)
  if (isGrouped) return cell.replaceAll(',', '')
  return /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(cell) ? cell.replace(',', '.') : cell
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
