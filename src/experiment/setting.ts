/**
 * What a reader has set in a widget: one run that the controls move, the runs beside it, and how all of
 * them are shown. Links, figures and the player's state have this one shape.
 */
import {
  type Config,
  defaults,
  type ParameterSchema,
  type Problem,
  resolve,
  type Value,
} from './parameters.ts'

export interface Setting<C extends Config = Config, V extends Config = Config> {
  /** The run that the controls move. */
  readonly config: C
  /** The runs beside it: what each holds fixed, while the rest follows `config`. */
  readonly comparisons: readonly Partial<C>[]
  /** How the runs are shown: the view's parameters. */
  readonly view: V
  /** Whether each run is repeated with other seeds, and the spread shown. */
  readonly band: boolean
}

/** What can be set: the experiment's parameters, the view's, and whether there is a band to show. */
export interface SettingSchema<C extends Config = Config, V extends Config = Config> {
  readonly parameters: ParameterSchema<C>
  readonly view: ParameterSchema<V>
  readonly hasBand: boolean
}

/**
 * The words of a link that say how it is shown. A parameter of an experiment may have none of these names;
 * of the view's, only the one with the role `step` is called `at`.
 */
const reservedWords: readonly string[] =
  'v pin band figure at run pace controls lock hide theme lang title note task seedFor'.split(' ')

/** Throws if a name would have two meanings in a link. */
export function checkNames(id: string, { parameters, view }: SettingSchema): void {
  const taken = new Set(reservedWords)
  for (const [name, { role }] of [...Object.entries(parameters), ...Object.entries(view)]) {
    if (taken.has(name) && !(name === 'at' && role === 'step'))
      throw new Error(
        `${id}: the parameter "${name}" has a name that is taken; choose one that is neither ` +
          `another parameter's nor any of ${reservedWords.join(', ')}`,
      )
    taken.add(name)
  }
}

/** Everything that can be set, by name, as it stands in a link and in the table of parameters. */
export function allParameters({ parameters, view, hasBand }: SettingSchema): ParameterSchema {
  return { ...parameters, ...view, ...(hasBand && { band: bandChoice }) }
}

const bandChoice = { kind: 'choice', options: ['off', 'on'], default: 'off' } as const

/** All values by name, in the order of `allParameters`. */
export function allValues<C extends Config, V extends Config>(
  { hasBand }: SettingSchema<C, V>,
  { config, view, band }: Omit<Setting<C, V>, 'comparisons'>,
): Config {
  return { ...config, ...view, ...(hasBand && { band: band ? 'on' : 'off' }) }
}

/** The inverse of `allValues`. */
export function settingFrom<C extends Config, V extends Config>(
  { parameters, view }: SettingSchema<C, V>,
  values: Config,
  comparisons: readonly Partial<C>[],
): Setting<C, V> {
  return {
    config: pick(values, Object.keys(parameters)) as C,
    comparisons,
    view: pick(values, Object.keys(view)) as V,
    band: values['band'] === 'on',
  }
}

/** Every value at its default, and nothing beside. */
export function defaultSetting<C extends Config, V extends Config>(
  schema: SettingSchema<C, V>,
): Setting<C, V> {
  return settingFrom(schema, defaults(allParameters(schema)), [])
}

/** The setting with one value changed, or what is wrong with the value. */
export function withValue<C extends Config, V extends Config>(
  schema: SettingSchema<C, V>,
  setting: Setting<C, V>,
  name: string,
  value: unknown,
): { readonly setting: Setting<C, V>; readonly problems: readonly Problem[] } {
  const before = allValues(schema, setting)
  const { config, problems } = resolve(allParameters(schema), { [name]: value }, before)
  return { setting: settingFrom(schema, config, setting.comparisons), problems }
}

/** The configuration of each run, the one that the controls move first. */
export function runConfigs<C extends Config>({
  config,
  comparisons,
}: Pick<Setting<C>, 'config' | 'comparisons'>): C[] {
  return [config, ...comparisons.map((fixed) => ({ ...config, ...fixed }))]
}

/**
 * What a run holds fixed when it is put beside the one that goes on: all of its settings but those that the
 * two should share, which are its seeds and the number that a handle moves.
 */
export function heldFixed<C extends Config>(
  parameters: ParameterSchema<C>,
  config: C,
  handle?: string,
): Partial<C> {
  const kept = Object.keys(parameters).filter(
    (name) => parameters[name]?.role !== 'seed' && name !== handle,
  )
  return pick(config, kept) as Partial<C>
}

function pick(values: Config, names: readonly string[]): Config {
  return Object.fromEntries(
    names.flatMap((name): [string, Value][] => {
      const value = values[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Runs that stand side by side. */
export interface SideBySide {
  /** The run that the controls move; what is left out is at its default. */
  readonly run: NamedConfig
  /** The runs beside it: what each holds fixed, while the rest follows `run`. */
  readonly comparisons: readonly NamedConfig[]
}

export interface NamedConfig {
  readonly id: string
  readonly config: Config
}

/** A list of runs, of which the controls move the first. */
export function sideBySide([run, ...comparisons]: readonly NamedConfig[]): SideBySide {
  if (!run) throw new Error('expected at least one run, got none')
  return { run, comparisons }
}
