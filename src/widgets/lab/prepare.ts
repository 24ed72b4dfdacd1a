/** Everything a shell needs to set a figure into a page: settings, words, charts of the runs at rest. */
import type { Chart } from '../../charts/chart.ts'
import { inWords } from '../../charts/format.ts'
import type { Experiment } from '../../experiments/experiment.ts'
import { href } from '../../i18n/href.ts'
import { t } from '../../i18n/index.ts'
import { bareFigure, figureByName, measureOf, runOnce, settingOf, shownResults } from './figures.ts'
import type { LabProps } from './Lab.tsx'
import type { AnyView } from './view.ts'
import type { LabWords } from './words.ts'

export interface ShellProps {
  readonly figure?: string
  readonly lang: string
  readonly mode: 'chapter' | 'page' | 'embed'
}

interface FigureText {
  readonly title: string
  readonly caption: string
}

export interface Prepared {
  readonly name: string | undefined
  readonly caption: string
  readonly charts: readonly Chart[]
  readonly island: LabProps
}

const captions = import.meta.glob<Record<string, FigureText>>('../../../content/*/figures.json', {
  eager: true,
  import: 'default',
})

export async function prepare(
  experiment: Experiment,
  view: AnyView,
  { figure: name, lang, mode }: ShellProps,
): Promise<Prepared> {
  const figure = name ? figureByName(name) : bareFigure(experiment, view)
  const words = wordsFor(experiment, view, lang)
  const results = await runOnce(name ?? experiment.id, figure)
  const setting = settingOf(experiment, view, figure)
  const runs = shownResults(results, view, words)
  const text = name ? textOf(lang, name) : words.title
  const charts = view.charts(runs, setting.config, words)
  return {
    name,
    caption: name ? await filled(text.caption, name) : '',
    charts,
    island: {
      setting,
      readsAddress: mode !== 'chapter',
      controls: figure.controls,
      words: words.island,
      title: text.title,
      addresses: {
        page: href(lang, `/widgets/${experiment.id}/`),
        embed: href(lang, `/embed/${experiment.id}/`),
      },
      summary: view.summary(runs, setting.config, words),
      drawingCount: charts.length,
      fingerprints: results.map(({ fingerprint }) => fingerprint),
    },
  }
}

function textOf(lang: string, name: string): FigureText {
  const text = captions[`../../../content/${lang}/figures.json`]?.[name]
  if (text) return text
  throw new Error(`content/${lang}/figures.json: expected "${name}" with title and caption`)
}

/** Puts measured numbers into a caption's {run.measure} and {run.measure.median}. */
async function filled(caption: string, name: string): Promise<string> {
  let text = caption
  for (const [placeholder, run = '', measure = '', over] of caption.matchAll(
    /\{([\w-]+)\.(\w+)(?:\.(median))?\}/g,
  )) {
    const value = await measureOf(name, run, measure, over === 'median' ? 'median' : 'run')
    text = text.replace(placeholder, inWords(value))
  }
  return text
}

interface WidgetWords {
  readonly title: string
  readonly about: string
  readonly words: Readonly<Record<string, string>>
}

/** Only the words that this widget can say: they travel with the page. */
function wordsFor({ id, parameters }: Experiment, view: AnyView, lang: string) {
  const strings = t(lang)
  const widget = (strings.widgets as Readonly<Record<string, WidgetWords>>)[id]
  if (!widget) throw new Error(`content/${lang}/strings.json: expected widgets.${id}`)
  const all = { ...parameters, ...view.parameters }
  const options = Object.values(all).flatMap((p) => (p.kind === 'choice' ? p.options : []))
  const island: LabWords = {
    own: widget.words,
    lab: strings.lab,
    parameters: pick(strings.parameters, Object.keys(all), `${lang}: parameters`),
    options: pick(strings.options, options, `${lang}: options`),
  }
  return { ...island, island, title: { title: widget.title, caption: '' } }
}

function pick<T>(
  from: Readonly<Record<string, T>>,
  names: readonly string[],
  where: string,
): Record<string, T> {
  return Object.fromEntries(
    names.map((name) => {
      const value = from[name]
      if (value === undefined) throw new Error(`strings.json, ${where}: expected "${name}"`)
      return [name, value]
    }),
  )
}
