import type { Chart, Dash, Marker, Tone } from '../charts/model/chart.ts'
import { signed } from '../charts/model/format.ts'
import { percentile } from '../experiment/band.ts'
import type { ExperimentRecord } from '../experiment/experiment.ts'
import type { FigureRun } from '../experiment/figure.ts'
import type { Config, ParameterSchema } from '../experiment/parameters.ts'
import type { Messages, ParameterWords } from '../i18n/words.ts'

/** A run as a view sees it: what it was told, what it gave so far, and how it is drawn. */
export interface ShownRun<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
> {
  readonly label: string
  readonly config: C
  readonly records: readonly R[]
  /** The first record of each repetition with another seed; empty if there is no band. */
  readonly band: readonly R[]
  readonly tone: Tone
  readonly marker: Marker
  readonly dash: Dash
}

/** How an experiment is shown: records in, charts and a sentence out. Used at build time and in the page alike. */
export interface View<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
  M extends Messages = Messages,
  V extends Config = Config,
> {
  /** What the reader can choose about the showing; part of the link. */
  readonly parameters: ParameterSchema<V>
  /** The controls that stand open where no figure says otherwise. */
  readonly controls: readonly ((keyof C | keyof V) & string)[]
  /** The settings that name a lone run, e.g. its activation. */
  readonly naming: readonly (keyof C & string)[]
  charts(runs: readonly ShownRun<C, R>[], view: V, words: ViewWords<M>): readonly Chart[]
  /** What stands side by side where no figure says otherwise; one run with every default if left out. */
  readonly runs?: readonly FigureRun[]
  /** What the charts show now, in a sentence or two. */
  summary(runs: readonly ShownRun<C, R>[], view: V, words: ViewWords<M>): string
  /** Which look a run has by what it is, e.g. by its activation. */
  lookIndex?(config: C): number
  /** For views that can look back: the name of the view parameter that holds the step shown, −1 for the last. */
  readonly stepParameter?: keyof V & string
  /** For charts with a handle: the name of the number that moving it sets. */
  readonly handleParameter?: keyof C & string
  /** For maps: what the point of the plane nearest to `at` is, and where it opens. */
  pointAt?(run: ShownRun<C, R>, at: readonly [x: number, y: number], words: ViewWords<M>): MapPoint
}

/** A point of a map: a run that another widget shows. */
export interface MapPoint {
  readonly at: readonly [x: number, y: number]
  /** In words: what it is, what was measured there, and that it can be opened. */
  readonly text: string
  readonly widget: string
  readonly config: Config
}

export type AnyView = {
  [K in keyof View]: View[K] extends (...args: infer A) => infer T
    ? { bivarianceHack(...args: A): T }['bivarianceHack']
    : View[K]
}

export interface ViewWords<M extends Messages = Messages> {
  /** The widget's own: `words` in its file, typed by the English one. */
  readonly messages: M
  readonly parameters: Readonly<Record<string, Pick<ParameterWords, 'label' | 'short'>>>
  readonly options: Readonly<Record<string, string>>
}

const looks: readonly Pick<ShownRun, 'tone' | 'marker' | 'dash'>[] = [
  { tone: 'one', marker: 'circle', dash: 'solid' },
  { tone: 'two', marker: 'square', dash: 'solid' },
  { tone: 'three', marker: 'triangle', dash: 'dashed' },
  { tone: 'four', marker: 'diamond', dash: 'dashDot' },
  { tone: 'five', marker: 'circle', dash: 'dotted' },
  { tone: 'six', marker: 'square', dash: 'dashed' },
]

/**
 * Colour, marker and dash of each run, the same in every chart and never by colour alone. A view may tie
 * them to what a run is, so that the sigmoid is red throughout the book. Where runs would look alike, the
 * later of them take a look that is free, and red last of all.
 */
function looksOf(configs: readonly Config[], view: AnyView) {
  const kinds = configs.map((config, i) => view.lookIndex?.(config) ?? i)
  const starts = new Set(configs.map(({ initializer }) => initializer))
  const differByStart = new Set(kinds).size === 1 && starts.size > 1
  const meant = configs.map(({ initializer }, i) => {
    const look = differByStart ? startLooks[String(initializer)] : kinds[i]
    return (look ?? i) % looks.length
  })
  const free = [1, 2, 3, 4, 5, 0].filter((i) => !meant.includes(i))
  const indices = meant.map((index, i) =>
    meant.indexOf(index) === i ? index : (free.shift() ?? i),
  )
  return indices.map((index) => looks[index % looks.length] as (typeof looks)[number])
}

const activationOrder =
  'sigmoid relu tanh leakyRelu prelu elu softplus identity selu gelu silu'.split(' ')

/** For `lookIndex`: the sigmoid is red throughout the book, and ReLU blue. */
export const activationLook = (id: string): number => Math.max(0, activationOrder.indexOf(id))

/** For runs of one kind that differ by their first weights: He’s are blue, N(0, 1) as among the starts of pretraining. */
const startLooks: Readonly<Record<string, number>> = {
  ...{ heNormal: 1, heUniform: 1, xavierNormal: 2, xavierUniform: 2 },
  ...{ fanIn: 3, orthogonal: 4, normal: 5 },
}

/** Gives runs what a view needs to show them: a name and a look. */
export function showRuns(
  runs: readonly Pick<ShownRun, 'config' | 'records' | 'band'>[],
  view: AnyView,
  words: ViewWords,
): ShownRun[] {
  const configs = runs.map(({ config }) => config)
  const names = namesOf(configs, view, words)
  return looksOf(configs, view).map((look, i) => {
    const { config, records, band } = runs[i] as (typeof runs)[number]
    return { config, records, band, label: names[i] ?? '', ...look }
  })
}

/** Names runs by what sets them apart; a lone run by the settings in `naming`. */
function namesOf(configs: readonly Config[], { naming }: AnyView, words: ViewWords): string[] {
  const keys = Object.keys(configs[0] ?? {})
  const apart = keys.filter((key) => new Set(configs.map((config) => String(config[key]))).size > 1)
  return configs.map((config) =>
    (apart.length > 0 ? apart : naming).map((key) => say(key, config, words)).join(', '),
  )
}

function say(key: string, config: Config, { parameters, options }: ViewWords): string {
  const value = config[key]
  if (typeof value === 'string') return options[value] ?? value
  const label = parameters[key]?.short ?? parameters[key]?.label ?? key
  if (typeof value === 'number') return `${label} ${signed(String(value))}`
  const entries = [...new Set(value)]
  return `${label} ${entries.length === 1 ? entries[0] : (value ?? []).join(', ')}`
}

/** 5th and 95th percentile of a column over the band's records, entry by entry. */
export function bandOf(
  band: readonly ExperimentRecord[],
  column: string,
  count: number,
): { low: number[]; high: number[] } {
  const over = (percent: number) =>
    Array.from({ length: count }, (_, i) =>
      percentile(
        band.map((record) => (record[column] as readonly number[] | undefined)?.[i] ?? Number.NaN),
        percent,
      ),
    )
  return { low: over(5), high: over(95) }
}

/** Whole decades around all positive values; one decade if there is nothing to go by. */
export function decades(values: Iterable<number>): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0]
  for (const value of values) {
    if (!(value > 0) || value === Number.POSITIVE_INFINITY) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (high === 0) return [0.1, 1]
  const bottom = Math.floor(Math.log10(low))
  const top = Math.ceil(Math.log10(high))
  return [Number(`1e${bottom}`), Number(`1e${top > bottom ? top : bottom + 1}`)]
}
