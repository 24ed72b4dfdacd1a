/** Reads a log of gradient norms by layer and step: CSV, JSON or JSON lines, long or wide. */
import { type Row, rowsOf, type Trouble } from './cells.ts'
import type { Column, LayerLog, Quantity, TrainingLog } from './log.ts'
import { quantities } from './log.ts'

export interface Reading {
  /** Nothing if no gradient norm of any layer was found. */
  readonly log: TrainingLog | undefined
  /** The first of them; `troubleCount` says how many there were. */
  readonly troubles: readonly Trouble[]
  readonly troubleCount: number
}

/** So many are shown. */
const mostTroubles = 5

/** By their usual names, without case, and without what is neither letter nor digit. */
const stepNames = /^(global)?(step|steps|iteration|iterations|iter|it|t|batch|epoch|update)$/
const layerNames = /^(layer|layers|layername|name|module|param|parameter|parametername|variable)$/
const lossNames = /^(train|training)?loss$/
const quantityNames: Readonly<Record<Quantity, RegExp>> = {
  gradientNorm:
    /^(grad|gradient|weightgrad|weightgradient|g)?(s)?(l2)?(norm|norms|grad|gradient|rms)$/,
  updateRatio: /^(update|updates|updatetoweight|updateweight)?(ratio|ratios)$/,
  saturated: /^(fraction|share)?(saturated|saturation|sat)(fraction|share|units)?$/,
  dead: /^(fraction|share)?dead(fraction|share|units)?$/,
}

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
  return book.close()
}

type Entry = Partial<Record<Quantity, Map<number, number>>>

class Book {
  readonly #layers = new Map<string, Entry>()
  readonly #loss = new Map<number, number>()
  readonly #steps = new Set<number>()
  readonly #troubles: Trouble[] = []
  #troubleCount = 0
  #rows = 0

  note(trouble: Trouble): void {
    this.#troubleCount++
    if (this.#troubles.length < mostTroubles) this.#troubles.push(trouble)
  }

  add({ line, cells }: Row): void {
    this.#rows++
    const names = Object.keys(cells)
    const stepName = names.find((name) => stepNames.test(bare(name)))
    const step = stepName === undefined ? this.#rows - 1 : numberIn(cells[stepName])
    if (typeof step !== 'number' || !Number.isFinite(step)) {
      this.note({ line, expected: 'step', came: shown(cells[stepName ?? '']) })
      return
    }
    this.#steps.add(step)
    const layerName = names.find((name) => layerNames.test(bare(name)))
    const layer = layerName === undefined ? undefined : String(cells[layerName])
    for (const name of names) {
      if (name !== stepName && name !== layerName) this.#cell(line, step, layer, name, cells[name])
    }
  }

  /** One cell: the loss, a quantity of the row's layer, an object by layer, or a layer's column. */
  #cell(line: number, step: number, layer: string | undefined, name: string, cell: unknown): void {
    const quantity = quantities.find((one) => quantityNames[one].test(bare(name)))
    if (typeof cell === 'object' && cell !== null) {
      const inner = Object.entries(cell).map(([key, value]) => [key, value] as const)
      for (const [key, value] of inner)
        this.#number(line, step, key, quantity ?? 'gradientNorm', value)
    } else if (lossNames.test(bare(name))) {
      const value = numberIn(cell)
      if (typeof value === 'number') this.#loss.set(step, value)
    } else if (layer !== undefined) {
      if (quantity) this.#number(line, step, layer, quantity, cell)
    } else {
      const [column, of] = layerAndQuantity(name)
      // A column that begins with words is not a layer's.
      if (numberIn(cell) !== undefined || of || this.#layers.has(column)) {
        this.#number(line, step, column, of ?? 'gradientNorm', cell)
      }
    }
  }

  #number(line: number, step: number, layer: string, quantity: Quantity, cell: unknown): void {
    const value = numberIn(cell)
    if (value === null) return
    if (value === undefined) {
      this.note({ line, expected: 'number', came: shown(cell) })
      return
    }
    const entry = this.#layers.get(layer) ?? {}
    this.#layers.set(layer, entry)
    const column = entry[quantity] ?? new Map<number, number>()
    entry[quantity] = column
    column.set(step, value)
  }

  close(): Reading {
    const steps = [...this.#steps].sort((a, b) => a - b)
    const column = (values: ReadonlyMap<number, number>): Column =>
      steps.map((step) => values.get(step) ?? null)
    const layers = [...this.#layers].flatMap(([name, entry]): LayerLog[] => {
      if (!entry.gradientNorm) return []
      const others = quantities
        .filter((one) => one !== 'gradientNorm' && entry[one])
        .map((one) => [one, column(entry[one] as Map<number, number>)])
      return [{ name, gradientNorm: column(entry.gradientNorm), ...Object.fromEntries(others) }]
    })
    if (layers.length === 0) this.note({ line: 1, expected: 'columns', came: '' })
    const loss = this.#loss.size > 0 && { loss: column(this.#loss) }
    const log = layers.length > 0 ? { steps, layers, ...loss } : undefined
    return { log, troubles: this.#troubles, troubleCount: this.#troubleCount }
  }
}

/** `grad_norm/layers.0.weight` is the gradient norm of `layers.0.weight`. */
function layerAndQuantity(name: string): [layer: string, quantity: Quantity | undefined] {
  const parts = name.split(/[/:|]/)
  if (parts.length < 2) return [name, undefined]
  for (const at of [0, parts.length - 1]) {
    const quantity = quantities.find((one) => quantityNames[one].test(bare(parts[at] ?? '')))
    if (quantity) return [parts.filter((_, i) => i !== at).join('/'), quantity]
  }
  return [name, undefined]
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const shown = (cell: unknown): string => String(cell).slice(0, 60)

/** A number, `null` if nothing stands there, `undefined` if something else does. */
function numberIn(cell: unknown): number | null | undefined {
  if (typeof cell === 'number') return cell
  if (cell === null || cell === undefined) return null
  const text = String(cell).trim().toLowerCase()
  if (text === '' || text === 'none' || text === 'null' || text === '-') return null
  if (/^[+-]?(inf|infinity)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (/^[+-]?nan$/.test(text)) return Number.NaN
  const tensor = text.match(/^tensor\(([^,()]+)(?:,.*)?\)$/)?.[1] ?? text
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(tensor) ? Number(tensor) : undefined
}
