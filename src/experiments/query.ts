/**
 * Configuration ↔ query string. Links are a contract: `v=1`, defaults left out, `pin=` once for each
 * run that stands beside, holding what it changes. Old links keep working.
 */
import {
  brief,
  type Config,
  defaults,
  type ParameterSchema,
  type Problem,
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
  const given = params.get('v')
  const pins = params.getAll('pin')
  for (const name of ['v', 'pin']) params.delete(name)
  const main = resolve(schema, Object.fromEntries(params))
  const beside = pins.slice(0, mostPins).map((pin) => {
    const fixed = new URLSearchParams(pin)
    const { config, problems } = resolve(schema, Object.fromEntries(fixed), main.config)
    const kept = Object.entries(config).filter(([name]) => fixed.has(name))
    return { fixed: Object.fromEntries(kept) as Partial<C>, problems }
  })
  const problems = [
    versionProblems(given),
    main.problems,
    repeated(params, main.config),
    pinProblems(pins.length),
    ...beside.map((pin) => pin.problems),
  ].flat()
  return {
    config: main.config,
    pinned: beside.map(({ fixed }) => fixed),
    problems: problems.slice(0, mostProblems),
  }
}

const about = (parameter: string, reason: Problem['reason']) => ({ parameter, reason })

function versionProblems(given: string | null): Problem[] {
  if (given === null || given === version) return []
  return [{ ...about('v', 'badVersion'), given: brief(given), allowed: version, used: version }]
}

/** Of a setting that is said more than once the last counts. */
function repeated(params: URLSearchParams, config: Config): Problem[] {
  const counts = new Map<string, number>()
  for (const name of params.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => {
    const used = Object.hasOwn(config, name) ? config[name] : undefined
    if (count === 1 || used === undefined) return []
    return [
      { ...about(name, 'repeated'), given: String(count), allowed: '1', used: brief(write(used)) },
    ]
  })
}

function pinProblems(count: number): Problem[] {
  if (count <= mostPins) return []
  const most = String(mostPins)
  return [{ ...about('pin', 'tooManyPins'), given: String(count), allowed: most, used: most }]
}

/** More than a chart can show, and a link must not be able to order endless work. */
export const mostPins = 4

/** More than anybody reads, and a link must not be able to bury the page under its mistakes. */
export const mostProblems = 10

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
