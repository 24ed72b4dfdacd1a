/** What a reader can set in a widget, and how it stands in a link. */
import type { Description } from '../experiment/experiment.ts'
import type { Setting } from '../experiment/link.ts'
import type { Config, ParameterSchema } from '../experiment/parameters.ts'
import type { AnyView } from '../widgets/view.ts'

/** Everything that a link can hold: the experiment's parameters, the view's, and the band. */
export function schemaOf({ parameters, repeat }: Description, view: AnyView): ParameterSchema {
  const band = { kind: 'choice', options: ['off', 'on'], default: 'off' } as const
  return { ...parameters, ...view.parameters, ...(repeat && { band }) }
}

/** The run's own settings out of all that a link holds. */
export function configOf({ parameters }: Description, all: Config): Config {
  return Object.fromEntries(
    Object.keys(parameters).map((name) => [name, all[name] as Config[string]]),
  )
}

/** The run that the controls move, and those beside it: they follow it but for what they hold fixed. */
export function runConfigs(experiment: Description, { config, pinned }: Setting<Config>): Config[] {
  const main = configOf(experiment, config)
  return [main, ...pinned.map((fixed) => ({ ...main, ...withoutUndefined(fixed) }))]
}

const withoutUndefined = (fixed: Partial<Config>): Config =>
  Object.fromEntries(
    Object.entries(fixed).filter(
      (entry): entry is [string, Config[string]] => entry[1] !== undefined,
    ),
  )
