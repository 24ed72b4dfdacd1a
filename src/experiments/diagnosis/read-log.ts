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

/** By their usual names, without case, and without what is neither letter nor digit; the finest count first. */
const stepNames = [
  /^(global|training)?steps?$/,
  /^(iterations?|iter|it|t|updates?)$/,
  /^epochs?$/,
  /^batch$/,
]
const layerNames = /^(layer|layers|layername|name|module|param|parameter|parametername|variable)$/
const lossNames = /^(train|training)?loss$/
/** What logs hold beside, which is no layer. */
const otherNames =
  /^((train|training|val|valid|validation|test|eval)?(loss|acc|accuracy|err|error|perplexity|ppl)|lr|learningrate|(wall|elapsed|run)?time(stamp)?|seconds|index|unnamed0|)$/
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
  return yield* book.close()
}

type Entry = Partial<Record<Quantity, Map<number, number>>>

/** The name of what is said of all layers together. */
const network = ''

/** A breath after so many numbers of a column. */
const stretch = 10_000

class Book {
  readonly #layers = new Map<string, Entry>()
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
    for (const column of names.columns) this.#cell(line, step, layer, column, cells[column.name])
  }

  /** What each column is; rows of one file mostly have the same. */
  #roles(cells: Row['cells']): Roles {
    const names = Object.keys(cells)
    const key = names.join('\n')
    if (key !== this.#known.key) this.#known = { key, ...rolesOf(names) }
    return this.#known
  }

  /** One cell: the loss, a quantity of the row's layer, an object by layer, or a layer's column. */
  #cell(line: number, step: number, rowLayer: string | undefined, column: Heading, cell: unknown) {
    const { isLoss, isOther, quantity, layer } = column
    if (typeof cell === 'object' && cell !== null) {
      for (const [key, value] of Object.entries(cell)) {
        this.#number(line, step, key, quantity ?? 'gradientNorm', value)
      }
    } else if (isLoss) {
      const value = numberIn(cell)
      if (typeof value === 'number') this.#loss.set(step, value)
    } else if (isOther) return
    else if (rowLayer !== undefined) {
      if (quantity && layer === network) this.#number(line, step, rowLayer, quantity, cell)
    } else if (numberIn(cell) !== undefined || quantity || this.#layers.has(layer)) {
      // A column that begins with words is not a layer's.
      this.#number(line, step, layer, quantity ?? 'gradientNorm', cell)
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

  *close(): Generator<undefined, Reading> {
    const steps = [...this.#steps]
    if (!this.#isAscending) steps.sort((a, b) => a - b)
    yield
    const layers: LayerLog[] = []
    for (const [name, entry] of layersOf(this.#layers)) {
      const columns: Partial<Record<Quantity, Column>> = {}
      for (const quantity of quantities) {
        const values = entry[quantity]
        if (values) columns[quantity] = yield* columnOf(values, steps)
      }
      const { gradientNorm } = columns
      if (gradientNorm) layers.push({ name, ...columns, gradientNorm })
    }
    if (layers.length === 0) this.note({ line: 1, expected: 'columns', came: '' })
    const loss = this.#loss.size > 0 && { loss: yield* columnOf(this.#loss, steps) }
    const log = layers.length > 0 ? { steps, layers, ...loss } : undefined
    return { log, troubles: this.#troubles, troubleCount: this.#troubleCount }
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

/**
 * A layer's bias is set aside where its weights are logged, and the whole network where its layers are:
 * neither compares with a layer's weights.
 */
function layersOf(all: ReadonlyMap<string, Entry>): [string, Entry][] {
  const kept = [...all].filter(([name]) => {
    const weight = name.replace(/bias$/, 'weight')
    return name !== network && (weight === name || !all.has(weight))
  })
  return kept.length > 0 ? kept : [...all]
}

/** What a column holds, by its name alone. */
interface Heading {
  readonly name: string
  readonly isLoss: boolean
  readonly isOther: boolean
  readonly quantity: Quantity | undefined
  readonly layer: string
}

interface Roles {
  readonly step: string | undefined
  readonly layer: string | undefined
  readonly columns: readonly Heading[]
}

function rolesOf(names: readonly string[]): Roles {
  const isStep = (name: string) => stepNames.some((known) => known.test(bare(name)))
  const counts = stepNames.flatMap((known) => names.filter((name) => known.test(bare(name))))
  const layer = names.find((name) => layerNames.test(bare(name)))
  const columns = names
    .filter((name) => !isStep(name) && name !== layer)
    .map((name): Heading => {
      const key = bare(name)
      const isLoss = lossNames.test(key)
      return { name, isLoss, isOther: !isLoss && otherNames.test(key), ...layerAndQuantity(name) }
    })
  return { step: counts[0], layer, columns }
}

/** `grad_norm/layers.0.weight` is the gradient norm of `layers.0.weight`, and `grad_norm` that of all. */
function layerAndQuantity(name: string): Pick<Heading, 'layer' | 'quantity'> {
  const of = (part: string) => quantities.find((one) => quantityNames[one].test(bare(part)))
  const whole = of(name)
  if (whole) return { layer: network, quantity: whole }
  const parts = name.split(/[/:|]/)
  for (const at of parts.length > 1 ? [0, parts.length - 1] : []) {
    const quantity = of(parts[at] ?? '')
    if (quantity) return { layer: parts.filter((_, i) => i !== at).join('/'), quantity }
  }
  return { layer: name, quantity: undefined }
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
