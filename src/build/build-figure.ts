/** Everything a shell needs to set a figure into a page: settings, words, charts of the runs at rest. */

import type { Chart } from '../charts/model/chart.ts'
import { inPercent, inWords } from '../charts/model/format.ts'
import type { Description, Experiment } from '../experiment/experiment.ts'
import type { ParameterSchema } from '../experiment/parameters.ts'
import { href } from '../i18n/href.ts'
import { mainLanguage } from '../i18n/index.ts'
import type { ParameterWords } from '../i18n/words.ts'
import type { LabProps } from '../player/Player.tsx'
import { type Shared, share } from '../player/page-data.ts'
import type { LabWords } from '../player/words.ts'
import { check } from '../schemas/check.ts'
import { widgetWordsOf } from '../schemas/widget-words.ts'
import { type AnyView, showRuns } from '../widgets/view.ts'
import { demanding } from './demanding.ts'
import { bareFigure, checkNames, figureByName, measureOf, runKept, settingOf } from './figures.ts'
import { figureWords, strings, widgetWords } from './words.ts'

export interface ShellProps {
  readonly figure?: string
  readonly lang: string
  readonly mode: 'chapter' | 'page' | 'embed'
}

export interface Prepared {
  readonly name: string | undefined
  readonly caption: string
  readonly charts: readonly Chart[]
  readonly view: AnyView
  readonly shared: Shared
  readonly island: LabProps
}

export async function prepare(
  experiment: Experiment,
  view: AnyView,
  { figure: name, lang, mode }: ShellProps,
): Promise<Prepared> {
  if (name) checkNames(name, experiment, view)
  const figure = name ? figureByName(name) : bareFigure(experiment, view)
  const widget = widgetWords(lang, experiment.id)
  const all = { ...experiment.parameters, ...view.parameters }
  const words = wordsFor(experiment.id, all, lang)
  const results = await runKept(figure)
  const setting = settingOf(experiment, view, figure)
  const runs = showRuns(results, view, words)
  const text = name ? figureWords(lang, name) : widget
  const said = {
    ...words,
    messages: demanding(words.messages, `content/${lang}/widgets/${experiment.id}.json`, ['words']),
  }
  const charts = view.charts(runs, setting.config, said)
  const shared = { experiment: describe(experiment), words }
  const key = `${lang}/${experiment.id}`
  share(key, shared)
  return {
    name,
    caption: 'caption' in text ? await filled(text.caption, name ?? '') : '',
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
      summary: view.summary(runs, setting.config, said),
      drawingCount: charts.length,
      fingerprints: results.map(({ fingerprint }) => fingerprint),
    },
  }
}

/** Without its code, which only worker and build need. */
function describe({ id, version, parameters, repeat, parts }: Experiment): Description {
  return { id, version, parameters, ...(repeat && { repeat }), ...(parts && { parts }) }
}

/** Puts measured numbers into a caption's {run.measure}, {run.measure.median} and, in percent, {run.measure %}. */
export async function filled(caption: string, name: string): Promise<string> {
  let text = caption
  for (const [placeholder, run = '', measure = '', over, percent] of caption.matchAll(
    /\{([\w-]+)\.(\w+)(?:\.(median))?( %)?\}/g,
  )) {
    const value = await measureOf(name, run, measure, over === 'median' ? 'median' : 'run')
    text = text.replace(placeholder, percent ? inPercent(value) : inWords(value))
  }
  return text
}

/** Only the words that this widget can say: they travel with the page. */
export function wordsFor(id: string, schema: ParameterSchema, lang: string): LabWords {
  const { parameters, options } = settingWords(id, schema, lang)
  return { messages: widgetWords(lang, id).words, lab: labWords(lang), parameters, options }
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
export function labWords(lang: string): LabWords['lab'] {
  const { figure, figureName, parameters, ...lab } = strings(lang).lab
  return lab
}

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, from[name] as T]))
