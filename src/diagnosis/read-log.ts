/** Reads a log of gradient norms by layer and step: CSV, JSON or JSON lines, long or wide. */
import { decimal } from '../core/decimal.ts'
import { rowsOf } from './cells.ts'
import { type Heading, headingOf, network, type Roles, rolesOf } from './headings.ts'
import type { Row, Trouble } from './lines.ts'
import { type Column, type LayerLog, type Quantity, quantities, type TrainingLog } from './log.ts'

export interface Reading {
  /** Nothing if no gradient norm of any layer was found. */
  readonly log: TrainingLog | undefined
  /** The first of them; `troubleCount` says how many there were. */
  readonly troubles: readonly Trouble[]
  readonly troubleCount: number
}

/** So many are shown. */
const mostTroubles = 5

/** Reads the whole text at once. */
export function readLog(text: string): Reading {
  const steps = readingLog(text)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, pausing now and then. */
export function* readingLog(text: string): Generator<undefined, Reading> {
  const book = new Book()
  for (const found of rowsOf(text)) {
    if (!found) yield
    else if ('cells' in found) book.add(found)
    else book.note(found)
  }
  yield
  return yield* book.close()
}

type Entry = Partial<Record<Quantity, Map<number, number>>>

/** A breath after so many numbers of a column. */
const stretch = 10_000

class Book {
  readonly #layers = new Map<string, Entry>()
  /** In the order of the columns, be the first of them empty. */
  readonly #places = new Map<string, number>()
  /** The layers whose numbers are called gradient norms; others are taken for them where there are none. */
  readonly #said = new Set<string>()
  readonly #tags = new Map<string, Heading>()
  readonly #loss = new Map<number, number>()
  readonly #steps = new Set<number>()
  readonly #troubles: Trouble[] = []
  #troubleCount = 0
  #rows = 0
  /** Most logs are in order already, and sorting a long one takes its time. */
  #isAscending = true
  #lastStep = -Infinity
  #known: Roles & { readonly key: string | undefined } = {
    key: undefined,
    step: undefined,
    layer: undefined,
    value: undefined,
    columns: [],
  }

  note(trouble: Trouble): void {
    this.#troubleCount++
    if (this.#troubles.length < mostTroubles) this.#troubles.push(trouble)
  }

  add({ line, cells }: Row): void {
    this.#rows++
    const names = this.#roles(cells)
    const step = names.step === undefined ? this.#rows - 1 : numberIn(cells[names.step])
    if (typeof step !== 'number' || !Number.isFinite(step)) {
      this.note({ line, expected: 'step', came: shown(cells[names.step ?? '']) })
      return
    }
    if (step < this.#lastStep) this.#isAscending = false
    this.#lastStep = step
    this.#steps.add(step)
    const layer = names.layer === undefined ? undefined : String(cells[names.layer])
    if (layer !== undefined && names.value !== undefined) {
      this.#cell(line, step, undefined, this.#tag(layer), cells[names.value])
    } else {
      for (const column of names.columns) this.#cell(line, step, layer, column, cells[column.name])
    }
  }

  /** What each column is; rows of one file mostly have the same. */
  #roles(cells: Row['cells']): Roles {
    const names = Object.keys(cells)
    const key = names.join('\n')
    if (key !== this.#known.key) {
      this.#known = { key, ...rolesOf(names) }
      if (this.#known.layer === undefined)
        for (const { layer } of this.#known.columns) this.#place(layer)
    }
    return this.#known
  }

  /** What a row's own name says of its value. */
  #tag(name: string): Heading {
    const heading = this.#tags.get(name) ?? headingOf(name)
    this.#tags.set(name, heading)
    return heading
  }

  #place(layer: string): void {
    if (!this.#places.has(layer)) this.#places.set(layer, this.#places.size)
  }

  /** One cell: the loss, a quantity of the row's layer, or a layer's column. */
  #cell(line: number, step: number, rowLayer: string | undefined, column: Heading, cell: unknown) {
    const { isLoss, isOther, quantity, layer } = column
    if (isLoss) {
      const value = numberIn(cell)
      if (typeof value === 'number') this.#loss.set(step, value)
    } else if (isOther) return
    else if (rowLayer !== undefined) {
      if (quantity && layer === network) this.#number(line, step, rowLayer, quantity, cell)
    } else if (numberIn(cell) !== undefined || quantity || this.#layers.has(layer)) {
      // A column that begins with words is not a layer's.
      if (quantity === 'gradientNorm') this.#said.add(layer)
      this.#number(line, step, layer, quantity ?? 'gradientNorm', cell)
    }
  }

  #number(line: number, step: number, layer: string, quantity: Quantity, cell: unknown): void {
    const value = numberIn(cell)
    this.#place(layer)
    if (value === null) return
    if (value === undefined) {
      this.note({ line, expected: 'number', came: shown(cell) })
      return
    }
    if (value < 0 && value > -Infinity) {
      this.note({ line, expected: 'norm', came: shown(cell) })
      return
    }
    const entry = this.#layers.get(layer) ?? {}
    this.#layers.set(layer, entry)
    const column = entry[quantity] ?? new Map<number, number>()
    entry[quantity] = column
    if (column.has(step) && layer !== network)
      this.note({ line, expected: 'once', came: String(step) })
    column.set(step, value)
  }

  *close(): Generator<undefined, Reading> {
    const steps = [...this.#steps]
    if (!this.#isAscending) steps.sort((a, b) => a - b)
    yield
    const layers: LayerLog[] = []
    for (const [name, entry] of this.#ordered()) {
      const columns: Partial<Record<Quantity, Column>> = {}
      for (const quantity of quantities) {
        const values = entry[quantity]
        if (values) columns[quantity] = yield* columnOf(values, steps)
      }
      const { gradientNorm } = columns
      if (gradientNorm) layers.push({ name, ...columns, gradientNorm })
    }
    const isRead = this.#rows > 0 || this.#troubleCount === 0
    if (layers.length === 0 && isRead) this.note({ line: 1, expected: 'columns', came: '' })
    const loss = this.#loss.size > 0 && { loss: yield* columnOf(this.#loss, steps) }
    const log = layers.length > 0 ? { steps, layers, ...loss } : undefined
    return { log, troubles: this.#troubles, troubleCount: this.#troubleCount }
  }

  /**
   * From the first column on. A layer's bias is set aside where its weights are logged, and the whole
   * network where its layers are: neither compares with a layer's weights.
   */
  #ordered(): [string, Entry][] {
    const place = ([name]: [string, Entry]) => this.#places.get(name) ?? 0
    const all = [...this.#layers].sort((a, b) => place(a) - place(b))
    const layers = all.filter(([name]) => {
      const weight = name.replace(/bias$/, 'weight')
      return name !== network && (weight === name || !this.#layers.has(weight))
    })
    const said = layers.filter(([name]) => this.#said.has(name))
    return [said, layers, all].find(({ length }) => length > 0) ?? []
  }
}

function* columnOf(
  values: ReadonlyMap<number, number>,
  steps: readonly number[],
): Generator<undefined, Column> {
  const column: (number | null)[] = []
  for (const step of steps) {
    column.push(values.get(step) ?? null)
    if (column.length % stretch === 0) yield
  }
  return column
}

const shown = (cell: unknown): string => String(cell).slice(0, 60)

/** A number, `null` if nothing stands there, `undefined` if something else does. */
function numberIn(cell: unknown): number | null | undefined {
  if (typeof cell === 'number') return cell
  if (cell === null || cell === undefined) return null
  const text = String(cell).trim().toLowerCase()
  if (/^(none|null|na|n\/a|#n\/a|<na>|-)?$/.test(text)) return null
  if (/^[+-]?(inf|infinity)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (/^[+-]?nan$/.test(text)) return Number.NaN
  const tensor = text.match(/^tensor\(([^,()]+)(?:,.*)?\)$/)?.[1] ?? text
  return decimal.test(tensor) ? Number(tensor) : undefined
}
