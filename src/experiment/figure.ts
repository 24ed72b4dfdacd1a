/**
 * A figure is data: which experiment, which settings, and what it must show. One file in
 * content/figures feeds the chapter, the widget page, the embed page and the tests.
 */
import { percentile, repetitions } from './band.ts'
import { load } from './data.ts'
import type { Experiment, ExperimentRecord } from './experiment.ts'
import { type Config, defaults, resolve, type Value } from './parameters.ts'
import { type Run, runToEnd } from './run.ts'

export interface Figure {
  readonly experiment: string
  /** Settings that all runs share; what is left out is at its default. */
  readonly config: Readonly<Record<string, Value>>
  /** The runs that are compared, first the one that the controls move. Each holds fixed what stands here. */
  readonly runs: readonly FigureRun[]
  /** Repeat every run with `bandSize` consecutive seeds, for the shaded 5th to 95th percentile. */
  readonly band?: boolean
  /** How the widget first shows it: its view parameters. */
  readonly view: Readonly<Record<string, Value>>
  /** Which controls stand open, in this order; the rest are folded away. */
  readonly controls: readonly string[]
  readonly claims: readonly FigureClaim[]
}

export interface FigureRun {
  readonly id: string
  readonly config: Readonly<Record<string, Value>>
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

/** A figure's run with its records; `band` holds the first record of each repetition. */
export interface RunResult<R extends ExperimentRecord = ExperimentRecord> extends Run<R> {
  readonly id: string
  readonly config: Config
  readonly band: readonly R[]
}

/** The settings of each run, checked. A figure file with a mistake is an error: the build must stop. */
export function configsOf(experiment: Experiment, figure: Figure): Config[] {
  return figure.runs.map(({ id, config }) => {
    const given = { ...figure.config, ...config }
    const { config: resolved, problems } = resolve(
      experiment.parameters,
      given,
      defaults(experiment.parameters),
    )
    const [problem] = problems
    if (problem) {
      const { parameter, given, allowed } = problem
      throw new Error(`figure run "${id}", ${parameter}: expected ${allowed}, came "${given}"`)
    }
    return resolved
  })
}

/** Each run of a figure with its records; `run` may remember runs that it has seen. */
export function runFigure(
  experiment: Experiment,
  figure: Figure,
  run: typeof computeRun = computeRun,
): Promise<RunResult[]> {
  const results = configsOf(experiment, figure).map(async (config, i) => {
    const id = figure.runs[i]?.id ?? ''
    return { id, ...(await run(experiment, config, figure.band ?? false)) }
  })
  return Promise.all(results)
}

export async function computeRun(
  experiment: Experiment,
  config: Config,
  withBand: boolean,
): Promise<Omit<RunResult, 'id'>> {
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
  results: readonly RunResult[],
  run: string,
  name: string,
  over: Over = 'run',
): number {
  const result = results.find(({ id }) => id === run)
  const read = experiment.measures[name]
  if (!result || !read) {
    const known = result ? Object.keys(experiment.measures) : results.map(({ id }) => id)
    throw new Error(`expected one of ${known.join(', ')}, came "${result ? name : run}"`)
  }
  if (over === 'run') return read(result.records, result.config)
  return percentile(
    result.band.map((record) => read([record], result.config)),
    50,
  )
}
