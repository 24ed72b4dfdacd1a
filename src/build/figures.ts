/** The book's figures at build time: read, run once, and kept for whoever asks. */
import { inPercent, inWords, type NumberWords } from '../charts/model/format.ts'
import type { Experiment } from '../experiment/experiment.ts'
import {
  type Figure,
  type FigureRun,
  figureRuns,
  measure,
  type Over,
  runFigure,
} from '../experiment/figure.ts'
import { defaults } from '../experiment/parameters.ts'
import { experimentById } from '../experiment/registry.ts'
import { type Setting, sideBySide } from '../experiment/setting.ts'
import { check } from '../schemas/check.ts'
import { figureSchema } from '../schemas/figure.ts'
import type { AnyView } from '../widgets/view.ts'
import { contentFiles, readContent } from './content-files.ts'
import { runCached } from './run-cache.ts'

export const figures: ReadonlyMap<string, Figure> = new Map(
  [...contentFiles(/^content\/figures\/(.+)\.json$/)].map(([name, file]) => [
    name,
    check(figureSchema(), readContent(file), file),
  ]),
)

export function figureByName(name: string): Figure {
  const figure = figures.get(name)
  if (figure) return figure
  throw new Error(
    `no figure is called "${name}": expected one of ${[...figures.keys()].join(', ')}`,
  )
}

/** A figure may set, show and claim only what its experiment and view have. Throws what is wrong, with file and key. */
export function checkFigure(name: string, experiment: Experiment, view: AnyView): void {
  const names = {
    parameters: Object.keys(experiment.parameters),
    view: Object.keys(view.parameters),
    measures: Object.keys(experiment.measures),
  }
  check(figureSchema(names), figureByName(name), `content/figures/${name}.json`)
}

export const resultsOf = (name: string) => runFigureCached(figureByName(name))

/** The figure's runs, each computed once a build, whichever pages and figures show it. */
export async function runFigureCached(figure: Figure): Promise<readonly FigureRun[]> {
  return runFigure(await experimentById(figure.experiment), figure, runCached)
}

export async function measureOf(
  name: string,
  run: string,
  measureName: string,
  over?: Over,
): Promise<number> {
  const experiment = await experimentById(figureByName(name).experiment)
  return measure(experiment, await resultsOf(name), run, measureName, over)
}

/** The same in words; in percent only what is a share or a ratio. */
export async function sayMeasure(
  { figure, run, measure: name, over, percent = false }: Quoted,
  words: NumberWords,
  digits?: number,
): Promise<string> {
  const { measures } = await experimentById(figureByName(figure).experiment)
  const unit = measures[name]?.unit
  if (percent && unit !== 'share' && unit !== 'ratio')
    throw new Error(
      `${figure}, ${run}.${name}: expected a share or a ratio to say in percent, got ${unit}`,
    )
  const say = percent ? inPercent : inWords
  return say(await measureOf(figure, run, name, over), words, digits)
}

interface Quoted {
  readonly figure: string
  readonly run: string
  readonly measure: string
  readonly over?: Over | undefined
  readonly percent?: boolean | undefined
}

/** What a widget shows on a page of its own: one run with every default, or the view's own runs. */
export const bareFigure = (experiment: Experiment, view: AnyView): Figure => ({
  experiment: experiment.id,
  ...(view.runs ?? sideBySide([{ id: 'default', config: {} }])),
  view: {},
  controls: view.controls,
  claims: [],
})

/** The figure's settings as a widget holds them. */
export function settingOf(experiment: Experiment, view: AnyView, figure: Figure): Setting {
  return {
    ...figureRuns(experiment, figure),
    view: { ...defaults(view.parameters), ...figure.view },
    band: figure.band ?? false,
  }
}
