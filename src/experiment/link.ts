/**
 * Setting ↔ query string. Links are a contract: `v=1`, defaults left out, `pin=` once for each run that
 * stands beside, holding what it changes. Old links keep working.
 */
import {
  type Config,
  defaults,
  makeProblem,
  type ParameterSchema,
  type Problem,
  resolve,
  serialize,
} from './parameters.ts'
import {
  allParameters,
  allValues,
  type Setting,
  type SettingSchema,
  settingFrom,
} from './setting.ts'

const version = '1'

/** The shortest query that says it, without `?`; every word in it is one that `fromQuery` reads. */
export function toQuery<C extends Config, V extends Config>(
  schema: SettingSchema<C, V>,
  setting: Setting<C, V>,
): string {
  const all = allParameters(schema)
  const values = allValues(schema, setting)
  const query = new URLSearchParams({ v: version, ...toParams(all, values, defaults(all)) })
  for (const fixed of setting.comparisons)
    query.append('pin', new URLSearchParams(toParams(schema.parameters, fixed)).toString())
  return query.toString().replaceAll('%2C', ',')
}

/** Every value written out, defaults too: for a link to an experiment whose schema is not at hand. */
export function toFullQuery(config: Config): string {
  const entries = Object.entries(config).map(([name, value]) => [name, serialize(value)])
  return new URLSearchParams({ v: version, ...Object.fromEntries(entries) }).toString()
}

/** Reads a query string, whatever it is. Never throws: what is wrong is reported and the default used. */
export function fromQuery<C extends Config, V extends Config>(
  schema: SettingSchema<C, V>,
  query: string,
): Setting<C, V> & { readonly problems: readonly Problem[] } {
  const params = new URLSearchParams(query)
  const given = params.get('v') ?? version
  const pins = params.getAll('pin')
  for (const name of ['v', 'pin']) params.delete(name)
  const main = read(allParameters(schema), params)
  const setting = settingFrom(schema, main.config, [])
  const beside = pins.slice(0, mostPins).map((pin) => {
    const fixed = new URLSearchParams(pin)
    // Old links hold how the runs are shown in their pins too; it is checked, and follows the main run.
    const { config, problems } = read(allParameters(schema), fixed, main.config)
    const held = Object.keys(schema.parameters).filter((name) => fixed.has(name))
    return { fixed: Object.fromEntries(held.map((name) => [name, config[name]])), problems }
  })
  const problems = [
    given === version ? [] : makeProblem('v', 'badVersion', given, version),
    pins.length <= mostPins ? [] : makeProblem('pin', 'tooManyPins', pins.length, mostPins),
    main.problems,
    ...beside.map((pin) => pin.problems),
  ].flat()
  return {
    ...setting,
    comparisons: beside.map(({ fixed }) => fixed as Partial<C>),
    problems: problems.slice(0, mostProblems),
  }
}

/** More than a chart can show, and a link must not be able to order endless work. */
export const mostPins = 4

/** More than anybody reads, and a link must not be able to bury the page under its mistakes. */
export const mostProblems = 10

/** If a name appears more than once its last value counts, and that is a problem of its own. */
function read(schema: ParameterSchema, params: URLSearchParams, base?: Config) {
  const { config, problems } = resolve(schema, Object.fromEntries(params), base)
  const repeated = Object.keys(schema).flatMap((name) => {
    const times = params.getAll(name).length
    return times > 1 ? makeProblem(name, 'repeated', times, 1, config[name]) : []
  })
  return { config, problems: [...problems, ...repeated] }
}

/** As text, in the schema's order; what is the same in `base` is left out. */
function toParams(
  schema: ParameterSchema,
  config: Partial<Config>,
  base: Partial<Config> = {},
): Record<string, string> {
  const entries = Object.keys(schema).flatMap((name) => {
    const value = config[name]
    const usual = base[name]
    if (value === undefined || (usual !== undefined && serialize(value) === serialize(usual)))
      return []
    return [[name, serialize(value)]]
  })
  return Object.fromEntries(entries)
}
