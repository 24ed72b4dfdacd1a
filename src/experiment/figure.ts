/**
 * A figure is data: which experiment, which settings, and what it must show. One file in
 * content/figures feeds the chapter, the widget page, the embed page and the tests.
 */
import { percentile, repetitions } from './band.ts'
import { load } from './data.ts'
import type { Experiment, ExperimentRecord } from './experiment.ts'
import { type Config, defaults, type ParameterSchema, resolve, type Value } from './parameters.ts'
import { type Run, runToEnd } from './run.ts'
import { type NamedConfig, runConfigs, type Setting, type SideBySide } from './setting.ts'

export interface Figure extends SideBySide {
  readonly experiment: string
  /** The widget that shows it, if it is not the experiment's own. */
  readonly widget?: string
  /** Repeat every run with `bandSize` consecutive seeds, for the shaded 5th to 95th percentile. */
  readonly band?: boolean
  /** How the widget first shows it: its view parameters. */
  readonly view: Config
  /** Which controls stand open, in this order; the rest are folded away. */
  readonly controls: readonly string[]
  readonly claims: readonly FigureClaim[]
}

/** What the suite checks: a measure of a run, or its median over the band, lies in [min, max]. */
export interface FigureClaim {
  /** The ids of the source's claims that this shows, if any. */
  readonly shows: readonly string[]
  readonly run: string
  readonly measure: string
  readonly over?: Over
  readonly min?: number
  readonly max?: number
}

export type Over = 'run' | 'median'

/** One of a figure's runs, computed; `band` holds the first record of each repetition. */
export interface FigureRun<R extends ExperimentRecord = ExperimentRecord> extends Run<R> {
  readonly id: string
  readonly config: Config
  readonly band: readonly R[]
}

/**
 * The figure's runs as a widget holds them, with every value checked. A mistake in a figure's file is an
 * error, so that the build stops.
 */
export function figureRuns(
  { parameters }: Pick<Experiment, 'parameters'>,
  { run, comparisons }: SideBySide,
): Pick<Setting, 'config' | 'comparisons'> {
  const config = checked(parameters, run, defaults(parameters))
  return {
    config,
    comparisons: comparisons.map((other) => {
      const resolved = checked(parameters, other, config)
      return Object.fromEntries(
        Object.keys(other.config).map((name) => [name, resolved[name] as Value]),
      )
    }),
  }
}

function checked(schema: ParameterSchema, { id, config }: NamedConfig, base: Config): Config {
  const { config: resolved, problems } = resolve(schema, config, base)
  const [problem] = problems
  if (!problem) return resolved
  const { parameter, given } = problem
  const allowed = JSON.stringify(problem.allowed)
  throw new Error(`figure run "${id}", ${parameter}: expected ${allowed}, got "${given}"`)
}

/** Each run of a figure with its records; `run` may remember runs that it has seen. */
export function runFigure(
  experiment: Experiment,
  figure: Figure,
  run: typeof computeRun = computeRun,
): Promise<FigureRun[]> {
  const ids = [figure.run, ...figure.comparisons].map(({ id }) => id)
  const results = runConfigs(figureRuns(experiment, figure)).map(async (config, i) => ({
    id: ids[i] ?? '',
    ...(await run(experiment, config, figure.band ?? false)),
  }))
  return Promise.all(results)
}

export async function computeRun(
  experiment: Experiment,
  config: Config,
  withBand: boolean,
): Promise<Omit<FigureRun, 'id'>> {
  const band: ExperimentRecord[] = []
  for (const repeated of withBand ? repetitions(experiment, config) : []) {
    band.push(await firstRecord(experiment, repeated))
  }
  return { config, band, ...(await runToEnd(experiment, config)) }
}

async function firstRecord(experiment: Experiment, config: Config): Promise<ExperimentRecord> {
  for (const record of experiment.run(config, await load(experiment, config))) {
    if (record) return record
  }
  throw new Error(`${experiment.id}: expected at least one record`)
}

/** One number read off a figure: of a run, or the median over its band. */
export function measure(
  experiment: Experiment,
  results: readonly FigureRun[],
  run: string,
  name: string,
  over: Over = 'run',
): number {
  const result = results.find(({ id }) => id === run)
  const read = experiment.measures[name]
  if (!result || !read) {
    const known = result ? Object.keys(experiment.measures) : results.map(({ id }) => id)
    throw new Error(`expected one of ${known.join(', ')}, got "${result ? name : run}"`)
  }
  if (over === 'run') return read(result.records, result.config)
  return percentile(
    result.band.map((record) => read([record], result.config)),
    50,
  )
}
