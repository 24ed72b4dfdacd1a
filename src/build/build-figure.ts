/** Everything that is needed to set a figure into a page: settings, words, charts of the runs at rest. */
import type { Chart } from '../charts/model/chart.ts'
import type { NumberWords } from '../charts/model/format.ts'
import type { Experiment, ExperimentMeta } from '../experiment/experiment.ts'
import type { ParameterSchema } from '../experiment/parameters.ts'
import { checkNames } from '../experiment/setting.ts'
import { href } from '../i18n/href.ts'
import { mainLanguage } from '../i18n/index.ts'
import type { ParameterWords } from '../i18n/words.ts'
import { chartSlots, type PlayerProps } from '../player/Player.tsx'
import { type PageData, setPageData } from '../player/page-data.ts'
import type { PlayerWords } from '../player/words.ts'
import { check } from '../schemas/check.ts'
import { widgetWordsOf } from '../schemas/widget-words.ts'
import { type AnyView, settingSchema, showRuns, type ViewMeta } from '../widgets/view.ts'
import { demanding } from './demanding.ts'
import {
  bareFigure,
  checkFigure,
  figureByName,
  runFigureCached,
  sayMeasure,
  settingOf,
} from './figures.ts'
import { figureWords, numberWords, strings, widgetWords } from './words.ts'

export interface FigureProps {
  readonly figure?: string
  readonly lang: string
  readonly mode: 'chapter' | 'page' | 'embed'
}

export interface BuiltFigure {
  readonly name: string | undefined
  readonly caption: string
  readonly charts: readonly Chart[]
  readonly view: AnyView
  readonly shared: PageData
  readonly island: PlayerProps
}

export async function buildFigure(
  experiment: Experiment,
  view: AnyView,
  { figure: name, lang, mode }: FigureProps,
): Promise<BuiltFigure> {
  if (name) checkFigure(name, experiment, view)
  checkNames(experiment.id, settingSchema(experiment, view))
  const figure = name ? figureByName(name) : bareFigure(experiment, view)
  const widget = widgetWords(lang, experiment.id)
  const all = { ...experiment.parameters, ...view.parameters }
  const words = wordsFor(experiment.id, all, lang)
  const results = await runFigureCached(figure)
  const setting = settingOf(experiment, view, figure)
  const runs = showRuns(results, view, words)
  const text = name ? figureWords(lang, name) : widget
  const said = {
    ...words,
    messages: demanding(words.messages, `content/${lang}/widgets/${experiment.id}.json`, ['words']),
  }
  const charts = view.charts(runs, setting.view, said)
  if (charts.length > chartSlots.length)
    throw new Error(
      `${experiment.id}: expected a view of at most ${chartSlots.length} charts, got ${charts.length}; ` +
        'add a slot to src/player/Player.tsx and src/components/figure/ExperimentFigure.astro',
    )
  const shared = { experiment: metaOf(experiment), view: viewMetaOf(view), words }
  const key = `${lang}/${experiment.id}`
  setPageData(key, shared)
  return {
    name,
    caption: 'caption' in text ? await fillCaption(text.caption, name ?? '', words.numbers) : '',
    charts,
    view,
    shared,
    island: {
      shared: key,
      setting,
      readsAddress: mode !== 'chapter',
      controls: figure.controls,
      title: text.title,
      addresses: {
        page: href(lang, `/widgets/${experiment.id}/`),
        embed: href(lang, `/embed/${experiment.id}/`),
      },
      summary: view.summary(runs, setting.view, said),
      drawingCount: charts.length,
      fingerprints: results.map(({ fingerprint }) => fingerprint),
    },
  }
}

/** Without its code, which only worker and build need. */
function metaOf({
  id,
  version,
  parameters,
  repeatSeed,
  stepColumn,
  parts,
}: Experiment): ExperimentMeta {
  return {
    id,
    version,
    parameters,
    ...(repeatSeed && { repeatSeed }),
    ...(stepColumn && { stepColumn }),
    ...(parts && { parts }),
  }
}

const viewMetaOf = ({ parameters, handleParameter }: AnyView): ViewMeta => ({
  parameters,
  ...(handleParameter && { handleParameter }),
})

/** Puts measured numbers into a caption's {run.measure}, {run.measure.median} and, in percent, {run.measure %}. */
export async function fillCaption(
  caption: string,
  name: string,
  words: NumberWords,
): Promise<string> {
  let text = caption
  for (const [placeholder, run = '', measure = '', over, percent] of caption.matchAll(
    /\{([\w-]+)\.(\w+)(?:\.(median))?( %)?\}/g,
  )) {
    const said = await sayMeasure(
      {
        figure: name,
        run,
        measure,
        over: over === 'median' ? 'median' : 'run',
        percent: percent !== undefined,
      },
      words,
    )
    text = text.replace(placeholder, said)
  }
  return text
}

/** Only the words that this widget can say: they travel with the page. */
export function wordsFor(id: string, schema: ParameterSchema, lang: string): PlayerWords {
  const { parameters, options } = settingWords(id, schema, lang)
  return {
    messages: widgetWords(lang, id).words,
    lab: playerWords(lang),
    parameters,
    options,
    numbers: numberWords(lang),
  }
}

function settingWords(id: string, schema: ParameterSchema, lang: string) {
  const { parameters, options } = strings(lang)
  const widget = widgetWords(lang, id)
  const names = Object.keys(schema)
  const choices = Object.values(schema).flatMap((p) => (p.kind === 'choice' ? p.options : []))
  // Of another language every widget's file has the shape of the English one.
  if (lang === mainLanguage) {
    const { parameters, options } = strings(mainLanguage)
    const own = { parameters: widget.parameters, options: widget.options }
    check(
      widgetWordsOf(names, choices, { parameters, options }),
      own,
      `content/${lang}/widgets/${id}.json`,
    )
  }
  return {
    parameters: pick<ParameterWords>({ ...parameters, ...widget.parameters }, names),
    options: pick<string>({ ...options, ...widget.options }, choices),
  }
}

/** Without those that only the build says. */
function playerWords(lang: string): PlayerWords['lab'] {
  const { figure, figureName, parameters, ...lab } = strings(lang).lab
  return lab
}

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, from[name] as T]))
