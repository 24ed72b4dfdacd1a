/** The book's figures at build time: read, run once, and kept for whoever asks. */
import type { Experiment } from '../experiment/experiment.ts'
import {
  configsOf,
  type Figure,
  measure,
  type Over,
  type RunResult,
  runFigure,
} from '../experiment/figure.ts'
import type { Setting } from '../experiment/link.ts'
import type { Config } from '../experiment/parameters.ts'
import { defaults } from '../experiment/parameters.ts'
import { experimentById } from '../experiment/registry.ts'
import { schemaOf } from '../player/settings.ts'
import { check } from '../schemas/check.ts'
import { figureSchema } from '../schemas/figure.ts'
import type { AnyView } from '../widgets/view.ts'
import { contentFiles, readContent } from './content-files.ts'
import { keptRun } from './run-cache.ts'

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
export function checkNames(name: string, experiment: Experiment, view: AnyView): void {
  const names = {
    parameters: Object.keys(experiment.parameters),
    view: Object.keys(view.parameters),
    measures: Object.keys(experiment.measures),
  }
  check(figureSchema(names), figureByName(name), `content/figures/${name}.json`)
}

export const resultsOf = (name: string) => runKept(figureByName(name))

/** The figure's runs, each computed once a build, whichever pages and figures show it. */
export async function runKept(figure: Figure): Promise<readonly RunResult[]> {
  return runFigure(await experimentById(figure.experiment), figure, keptRun)
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

/** What a widget shows on a page of its own: one run with every default, or the view's own runs. */
export const bareFigure = (experiment: Experiment, view: AnyView): Figure => ({
  experiment: experiment.id,
  config: {},
  runs: view.runs ?? [{ id: 'default', config: {} }],
  view: {},
  controls: view.controls,
  claims: [],
})

/** The figure's settings as a widget holds them: the first run moves, the others hold what they differ in. */
export function settingOf(experiment: Experiment, view: AnyView, figure: Figure): Setting<Config> {
  const [main, ...others] = configsOf(experiment, figure)
  const held = new Set(figure.runs.flatMap(({ config }) => Object.keys(config)))
  const pinned = others.map((config) =>
    Object.fromEntries(Object.entries(config).filter(([key]) => held.has(key))),
  )
  const shown = { ...figure.view, ...(experiment.repeat && { band: figure.band ? 'on' : 'off' }) }
  return { config: { ...defaults(schemaOf(experiment, view)), ...main, ...shown }, pinned }
}
