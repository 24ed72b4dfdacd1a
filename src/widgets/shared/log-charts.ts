/** Charts of a training log: one line a layer over the steps, and the loss. */
import type { Line, Plot } from '../../charts/model/chart.ts'
import { limits } from '../../diagnosis/limits.ts'
import type { Column, Quantity, TrainingLog } from '../../diagnosis/log.ts'
import { fill } from '../../i18n/fill.ts'
import { decades } from '../view.ts'
import type { LossMessages } from './loss-chart.ts'

/** What the words of a widget that draws these charts hold. */
export interface LogMessages<Q extends Quantity = Quantity> extends LossMessages {
  readonly titles: Readonly<Record<Q, string>>
  readonly axes: Readonly<Record<Q, string>>
  readonly usualUpdate: string
  readonly nothingAboveZero: string
}

export interface LayerNames {
  /** With a `{layer}`. */
  readonly layer: string
  readonly outputLayer: string
}

/** More lines than this nobody tells apart; more names than that do not fit beside them. */
const mostLines = 24
const mostNames = 5
/** A chart is some 600 pixels wide: of a longer log each stretch shows its lowest and its highest. */
const mostStretches = 300

const line = { kind: 'line', marker: 'none' } as const

/** Of the book's own runs: hidden layers are numbered from 1, and the output layer stands last. */
export const layerName = (layer: number, count: number, messages: LayerNames): string =>
  layer === count - 1 ? messages.outputLayer : fill(messages.layer, { layer: layer + 1 })

/** A quantity of each layer, coloured from input to output; of many layers, some. */
export function layerChart<Q extends Quantity>(
  log: TrainingLog,
  quantity: Q,
  messages: LogMessages<Q>,
): Plot {
  const isShare = quantity === 'saturated' || quantity === 'dead'
  const layers = evenly(
    log.layers.filter((layer) => layer[quantity]),
    mostLines,
  )
  const named = new Set(layers.length > mostNames ? evenly(layers, 2) : layers)
  const stretches = stretchesOf(log.steps)
  const series = layers.map((layer, i): Line => {
    const y = thinned(layer[quantity] ?? [], stretches)
    const tone = { ramp: layers.length > 1 ? i / (layers.length - 1) : 0 }
    const shown = { ...line, dash: 'solid', named: named.has(layer) } as const
    return { ...shown, id: `layer-${i}`, label: layer.name, tone, x: stretches.x, y }
  })
  const values = series.flatMap(({ y }) => y.filter((value) => value !== null))
  return {
    id: quantity,
    title: messages.titles[quantity],
    x: stepAxis(log, messages),
    y: {
      label: messages.axes[quantity],
      scale: isShare ? 'linear' : 'log',
      // Above the highest line its name has room.
      domain: isShare
        ? [0, 1]
        : decades([...values, 3 * Math.max(...values.filter(Number.isFinite))]),
    },
    series: quantity === 'updateRatio' ? [...series, usual(log, messages)] : series,
    empty: messages.nothingAboveZero,
  }
}

/** The rule of thumb for updates. Its name stands with the axis, for among many lines there is no room. */
function usual({ steps }: TrainingLog, messages: Pick<LogMessages, 'usualUpdate'>): Line {
  const x = [steps[0] ?? 0, steps.at(-1) ?? 0]
  const shown = { ...line, dash: 'dashed', tone: 'theory', named: false } as const
  return {
    ...shown,
    id: 'usual',
    label: messages.usualUpdate,
    x,
    y: x.map(() => limits.usualUpdate),
  }
}

export function lossChart(log: TrainingLog, messages: LossMessages): Plot {
  const stretches = stretchesOf(log.steps)
  const y = thinned(log.loss ?? [], stretches)
  const known = y.filter((value) => value !== null && Number.isFinite(value)) as number[]
  const shown = { ...line, dash: 'solid', tone: 'six', named: false } as const
  return {
    id: 'loss',
    title: messages.lossTitle,
    x: stepAxis(log, messages),
    y: {
      label: messages.loss,
      scale: 'linear',
      domain: [Math.min(0, ...known), Math.max(0.1, ...known)],
    },
    series: [{ ...shown, id: 'loss', label: messages.loss, x: stretches.x, y }],
  }
}

const stepAxis = ({ steps }: TrainingLog, messages: LossMessages): Plot['x'] => {
  const [first = 0, last = first] = [steps[0], steps.at(-1)]
  const domain = [first, last > first ? last : first + 1] as const
  return { label: messages.stepAxis, scale: 'linear', domain, whole: true }
}

interface Stretches {
  /** Where each stretch of steps begins, and the end of the last. */
  readonly bounds: readonly number[]
  readonly x: readonly number[]
}

/** Shared by all lines of a chart, so that they are drawn over one list of x. */
function stretchesOf(steps: readonly number[]): Stretches {
  if (steps.length <= 2 * mostStretches) return { bounds: [], x: steps }
  const bounds = Array.from({ length: mostStretches + 1 }, (_, i) =>
    Math.round((i * steps.length) / mostStretches),
  )
  const x = bounds.slice(0, -1).flatMap((from, i) => {
    const to = bounds[i + 1] as number
    return [steps[from] as number, steps[Math.floor((from + to) / 2)] as number]
  })
  return { bounds, x }
}

function thinned(column: Column, { bounds, x }: Stretches): Column {
  if (bounds.length === 0) return x.map((_, i) => column[i] ?? null)
  return bounds.slice(0, -1).flatMap((from, i) => ends(column, from, bounds[i + 1] as number))
}

/** The lowest and the highest that a stretch can show, as they come. */
function ends(column: Column, from: number, to: number): [number | null, number | null] {
  let [low, high] = [-1, -1]
  for (let i = from; i < to; i++) {
    const value = column[i]
    if (typeof value !== 'number' || !Number.isFinite(value)) continue
    if (low < 0 || value < (column[low] as number)) low = i
    if (high < 0 || value > (column[high] as number)) high = i
  }
  if (low < 0) return [null, null]
  const [first, second] = low < high ? [low, high] : [high, low]
  return [column[first] as number, column[second] as number]
}

/** The first, the last, and what lies evenly between. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from(
    { length: most },
    (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))] as T,
  )
}
