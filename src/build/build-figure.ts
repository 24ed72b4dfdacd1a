/** Everything that is needed to set a figure into a page: settings, words, charts of the runs at rest. */
import type { Chart } from '../charts/model/chart.ts'
import type { Experiment, ExperimentMeta } from '../experiment/experiment.ts'
import { checkNames } from '../experiment/setting.ts'
import { href } from '../i18n/href.ts'
import { t } from '../i18n/index.ts'
import { figureWords, widgetWords } from '../i18n/words.ts'
import { chartSlots, type PlayerProps } from '../player/Player.tsx'
import { type PageData, setPageData } from '../player/page-data.ts'
import type { PlayerWords } from '../player/words.ts'
import { type AnyView, settingSchema, showRuns, type ViewMeta } from '../widgets/view.ts'
import { bareFigure, figureByName, runFigureCached, sayMeasure, settingOf } from './figures.ts'

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
  const figure = name ? figureByName(name) : bareFigure(experiment, view)
  const widget = widgetWords(lang, experiment.id)
  const words = wordsFor(experiment, view, lang)
  const results = await runFigureCached(figure)
  const setting = settingOf(experiment, view, figure)
  const runs = showRuns(results, view, words)
  const text = name ? figureWords(lang, name) : widget
  const charts = view.charts(runs, setting.view, words)
  if (charts.length > chartSlots.length)
    throw new Error(
      `${experiment.id}: expected a view of at most ${chartSlots.length} charts, got ${charts.length}; ` +
        'add a slot to src/player/Player.tsx and src/components/figure/ExperimentFigure.astro',
    )
  checkNames(experiment.id, settingSchema(experiment, view))
  const shared = { experiment: metaOf(experiment), view: viewMetaOf(view), words }
  const key = `${lang}/${experiment.id}`
  setPageData(key, shared)
  return {
    name,
    caption: 'caption' in text ? await fillCaption(text.caption, name ?? '') : '',
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
      summary: view.summary(runs, setting.view, words),
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
export async function fillCaption(caption: string, name: string): Promise<string> {
  let text = caption
  for (const [placeholder, run = '', measure = '', over, percent] of caption.matchAll(
    /\{([\w-]+)\.(\w+)(?:\.(median))?( %)?\}/g,
  )) {
    const said = await sayMeasure({
      figure: name,
      run,
      measure,
      over: over === 'median' ? 'median' : 'run',
      percent: percent !== undefined,
    })
    text = text.replace(placeholder, said)
  }
  return text
}

/** Only the words that this widget can say: they travel with the page. */
function wordsFor({ id, parameters }: Experiment, view: AnyView, lang: string): PlayerWords {
  const strings = t(lang)
  const widget = widgetWords(lang, id)
  const all = { ...parameters, ...view.parameters }
  const options = Object.values(all).flatMap((p) => (p.kind === 'choice' ? p.options : []))
  return {
    own: widget.words,
    lab: playerWords(lang),
    parameters: pick({ ...strings.parameters, ...widget.parameters }, Object.keys(all), id),
    options: pick({ ...strings.options, ...widget.options }, options, id),
  }
}

/** Without those that only the build says. */
export function playerWords(lang: string): PlayerWords['lab'] {
  const { figure, figureName, parameters, ...lab } = t(lang).lab
  return lab
}

function pick<T>(
  from: Readonly<Record<string, T>>,
  names: readonly string[],
  where: string,
): Record<string, T> {
  return Object.fromEntries(
    names.map((name) => {
      const value = from[name]
      if (value === undefined) throw new Error(`words of the widget ${where}: expected "${name}"`)
      return [name, value]
    }),
  )
}
