/**
 * Configuration ↔ query string. Links are a contract: `v=1`, defaults left out, `pin=` once for each
 * run that stands beside, holding what it changes. Old links keep working.
 */
import {
  type Config,
  defaults,
  type ParameterSchema,
  type Problem,
  problem,
  resolve,
  write,
} from './parameters.ts'

const version = '1'

export interface Setting<C extends Config> {
  readonly config: C
  /** The runs that it is compared with: what each holds fixed, while the rest follows `config`. */
  readonly pinned: readonly Partial<C>[]
}

/** The shortest query that says it, without `?`; every word in it is one that `fromQuery` reads. */
export function toQuery<C extends Config>(
  schema: ParameterSchema<C>,
  { config, pinned }: Setting<C>,
): string {
  const base = defaults(schema)
  const query = new URLSearchParams({ v: version, ...words(schema, config, base) })
  for (const fixed of pinned) {
    query.append('pin', new URLSearchParams(words(schema, fixed)).toString())
  }
  return query.toString().replaceAll('%2C', ',')
}

/** Every setting written out, defaults too: for a link to an experiment whose schema is not at hand. */
export function inFull(config: Config): string {
  const entries = Object.entries(config).map(([name, value]) => [name, write(value)])
  return new URLSearchParams({ v: version, ...Object.fromEntries(entries) }).toString()
}

/** Reads a query string, whatever it is. Never throws: what is wrong is reported and the default used. */
export function fromQuery<C extends Config>(
  schema: ParameterSchema<C>,
  query: string,
): Setting<C> & { readonly problems: readonly Problem[] } {
  const params = new URLSearchParams(query)
  const given = params.get('v') ?? version
  const pins = params.getAll('pin')
  for (const name of ['v', 'pin']) params.delete(name)
  const main = read(schema, params)
  const beside = pins.slice(0, mostPins).map((pin) => {
    const fixed = new URLSearchParams(pin)
    const { config, problems } = read(schema, fixed, main.config)
    const kept = Object.entries(config).filter(([name]) => fixed.has(name))
    return { fixed: Object.fromEntries(kept) as Partial<C>, problems }
  })
  const problems = [
    given === version ? [] : problem('v', 'badVersion', given, version),
    pins.length <= mostPins ? [] : problem('pin', 'tooManyPins', pins.length, mostPins),
    main.problems,
    ...beside.map((pin) => pin.problems),
  ].flat()
  return {
    config: main.config,
    pinned: beside.map(({ fixed }) => fixed),
    problems: problems.slice(0, mostProblems),
  }
}

/** More than a chart can show, and a link must not be able to order endless work. */
export const mostPins = 4

/** More than anybody reads, and a link must not be able to bury the page under its mistakes. */
export const mostProblems = 10

/** Of a setting that is said more than once the last counts, and that is a problem of its own. */
function read<C extends Config>(schema: ParameterSchema<C>, params: URLSearchParams, base?: C) {
  const { config, problems } = resolve(schema, Object.fromEntries(params), base)
  const repeated = Object.keys(schema).flatMap((name) => {
    const times = params.getAll(name).length
    return times > 1 ? problem(name, 'repeated', times, 1, config[name]) : []
  })
  return { config, problems: [...problems, ...repeated] }
}

/** As words, in the schema's order; what is the same in `base` is left out. */
function words<C extends Config>(
  schema: ParameterSchema<C>,
  config: Partial<C>,
  base: Partial<C> = {},
): Record<string, string> {
  const entries = Object.keys(schema).flatMap((name) => {
    const value = config[name]
    const usual = base[name]
    if (value === undefined || (usual !== undefined && write(value) === write(usual))) return []
    return [[name, write(value)]]
  })
  return Object.fromEntries(entries)
}
