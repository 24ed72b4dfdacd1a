import type { Chart } from '../charts/model/chart.ts'
import { type NumberWords, signed } from '../charts/model/format.ts'
import { percentile } from '../experiment/band.ts'
import type { ExperimentMeta, ExperimentRecord } from '../experiment/experiment.ts'
import type { Config, ParameterSchema } from '../experiment/parameters.ts'
import type { SettingSchema, SideBySide } from '../experiment/setting.ts'
import type { Messages, ParameterWords } from '../i18n/words.ts'
import { type Look, type LookKey, looksOf } from './looks.ts'

/** A run as a view sees it: what it was told, what it gave so far, and how it is drawn. */
export interface ShownRun<C extends Config = Config, R extends ExperimentRecord = ExperimentRecord>
  extends Look {
  readonly label: string
  readonly config: C
  readonly records: readonly R[]
  /** The first record of each repetition with another seed; empty if there is no band. */
  readonly band: readonly R[]
}

/** What can be said of a view without its code: plain data, small enough to travel with a page. */
export interface ViewMeta<C extends Config = Config, V extends Config = Config> {
  /** What the reader can choose about the showing; part of the link. */
  readonly parameters: ParameterSchema<V>
  /** For charts with a handle: the name of the number that moving it sets. */
  readonly handleParameter?: keyof C & string
}

/** How an experiment is shown: records in, charts and a sentence out. Used at build time and in the page alike. */
export interface View<
  C extends Config = Config,
  R extends ExperimentRecord = ExperimentRecord,
  M extends Messages = Messages,
  V extends Config = Config,
> extends ViewMeta<C, V> {
  /** The controls that stand open where no figure says otherwise. */
  readonly controls: readonly ((keyof C | keyof V) & string)[]
  /** The settings that name a lone run, e.g. its activation. */
  readonly naming: readonly (keyof C & string)[]
  charts(runs: readonly ShownRun<C, R>[], view: V, words: ViewWords<M>): readonly Chart[]
  /** What stands side by side where no figure says otherwise; one run with every default if left out. */
  readonly runs?: SideBySide
  /** What the charts show now, in a sentence or two. */
  summary(runs: readonly ShownRun<C, R>[], view: V, words: ViewWords<M>): string
  /** What the look of a run depends on, e.g. its activation; the order of the runs if left out. */
  readonly looks?: readonly LookKey[]
  /** For maps: what the point of the plane nearest to `at` is, and where it opens. */
  pointAt?(run: ShownRun<C, R>, at: readonly [x: number, y: number], words: ViewWords<M>): MapPoint
}

/** A point of a map: a run that another widget shows. */
interface MapPoint {
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

/** What can be set in a widget: its experiment's parameters, its view's, and the band if seeds can be varied. */
export function settingSchema<C extends Config, V extends Config>(
  { parameters, repeatSeed }: Pick<ExperimentMeta<C>, 'parameters' | 'repeatSeed'>,
  view: Pick<ViewMeta<C, V>, 'parameters'>,
): SettingSchema<C, V> {
  return { parameters, view: view.parameters, hasBand: repeatSeed !== undefined }
}

export interface ViewWords<M extends Messages = Messages> {
  /** The widget's own: `words` in its file, typed by the English one. */
  readonly messages: M
  readonly parameters: Readonly<Record<string, Pick<ParameterWords, 'label' | 'short'>>>
  readonly options: Readonly<Record<string, string>>
  readonly numbers: NumberWords
}

/** Gives runs what a view needs to show them: a name and a look. */
export function showRuns(
  runs: readonly Pick<ShownRun, 'config' | 'records' | 'band'>[],
  view: AnyView,
  words: ViewWords,
): ShownRun[] {
  const configs = runs.map(({ config }) => config)
  const names = namesOf(configs, view, words)
  return looksOf(configs, view.looks).map((look, i) => {
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
