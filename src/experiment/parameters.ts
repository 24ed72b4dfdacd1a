/**
 * What an experiment can be told: one place for controls, query string, command line and checks.
 */
import { decimal } from '../core/decimal.ts'

export type Value = number | string | readonly number[]
export type Config = Readonly<Record<string, Value>>

/**
 * What a parameter means to whoever shows or drives a run: `duration` is how long it goes on (a run of
 * duration 0 has nothing to run), `seed` starts a stream of random draws, `step` is the step that a view
 * shows, −1 for the newest.
 */
export type Role = 'duration' | 'seed' | 'step'

export interface NumberParameter {
  readonly kind: 'number'
  readonly role?: Role
  readonly min: number
  readonly max: number
  /** 1 for whole numbers; else the step of the slider, which does not bind typed values. */
  readonly step: number
  readonly default: number
  /** A logarithmic slider; `min` may then be 0, which is the slider's left end. */
  readonly scale?: 'linear' | 'log'
}
interface ChoiceParameter<T extends string = string> {
  readonly kind: 'choice'
  readonly role?: never
  readonly options: readonly T[]
  readonly default: T
}
/** As many numbers as the reader likes within `length`, each with the same limits. */
export interface ListParameter {
  readonly kind: 'list'
  readonly role?: never
  readonly length: readonly [least: number, most: number]
  readonly min: number
  readonly max: number
  readonly step: number
  readonly default: readonly number[]
  /** The list that sets how many entries the reader sees of this one; missing entries count as 0. */
  readonly follows?: string
}
export type Parameter = NumberParameter | ChoiceParameter | ListParameter

/** The name of the parameter with a role, if there is one. */
export function withRole(schema: ParameterSchema, role: Role): string | undefined {
  return Object.keys(schema).find((name) => schema[name]?.role === role)
}

type ParameterFor<V> = V extends number
  ? NumberParameter
  : V extends string
    ? ChoiceParameter<V>
    : ListParameter
export type ParameterSchema<C extends Config = Config> = {
  readonly [K in keyof C]: [C[K]] extends [string] ? ChoiceParameter<C[K]> : ParameterFor<C[K]>
}

/** What was wrong with a value, and what is used in its place. Put into words by the page or the command line. */
export interface Problem {
  readonly parameter: string
  readonly given: string
  readonly reason:
    | 'unknown'
    | 'notANumber'
    | 'notWhole'
    | 'outOfRange'
    | 'notAnOption'
    | 'badLength'
    | 'badVersion'
    | 'repeated'
    | 'tooManyPins'
  /** What would have been accepted: by a parameter, or in words that are the same in every language. */
  readonly allowed: string | Parameter
  /** What is used instead. */
  readonly used: string
}

export interface Resolved<C extends Config> {
  readonly config: C
  readonly problems: readonly Problem[]
}

/** The configuration with nothing said: every parameter at its default. */
export function defaults<C extends Config>(schema: ParameterSchema<C>): C {
  const entries = Object.entries<Parameter>(schema).map(([name, p]) => [name, p.default])
  return Object.fromEntries(entries) as C
}

/**
 * Checks words or values against a schema, once, on input. Never throws: what is wrong is
 * replaced by `base` (the defaults, or a figure's own settings) and reported.
 */
export function resolve<C extends Config>(
  schema: ParameterSchema<C>,
  given: Readonly<Record<string, unknown>>,
  base: C = defaults(schema),
): Resolved<C> {
  const config: Record<string, Value> = { ...base }
  const problems: Problem[] = []
  const names = Object.keys(schema).join(', ')
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(schema, name) ? (schema[name] as Parameter) : undefined
    const result = parameter ? read(parameter, value) : invalid('unknown', value)
    if ('value' in result) config[name] = result.value
    else {
      const [expected, used] = parameter ? [parameter, base[name]] : [names, '']
      problems.push(makeProblem(name, result.reason, result.given, expected, used))
    }
  }
  return { config: config as C, problems }
}

export const makeProblem = (
  parameter: string,
  reason: Problem['reason'],
  given: unknown,
  allowed: string | number | Parameter,
  used: unknown = allowed,
): Problem => ({
  parameter: brief(parameter),
  reason,
  given: brief(given),
  allowed: typeof allowed === 'object' ? allowed : String(allowed),
  used: brief(used),
})

/** As it stands in a query string or on the command line. */
export function serialize(value: Value): string {
  return typeof value === 'object' ? value.join(',') : String(value)
}

type Reading<V extends Value = Value> =
  | { readonly value: V }
  | { readonly reason: Problem['reason']; readonly given: unknown }

const invalid = (reason: Problem['reason'], given: unknown) => ({ reason, given })

function read(parameter: Parameter, value: unknown): Reading {
  if (parameter.kind === 'choice') {
    return typeof value === 'string' && parameter.options.includes(value)
      ? { value }
      : invalid('notAnOption', value)
  }
  if (parameter.kind === 'number') return readNumber(parameter, value)
  const words = Array.isArray(value) ? value : textOf(value).split(',')
  const [least, most] = parameter.length
  if (words.length < least || words.length > most) return invalid('badLength', value)
  const numbers: number[] = []
  for (const word of words) {
    const result = readNumber(parameter, word)
    // The list may be too long to quote, so the entry is; nothing cannot be.
    if (!('value' in result)) return invalid(result.reason, textOf(word).trim() ? word : value)
    numbers.push(result.value)
  }
  return { value: numbers }
}

function readNumber(
  { min, max, step }: { min: number; max: number; step: number },
  value: unknown,
): Reading<number> {
  const text = textOf(value).trim()
  if (!decimal.test(text)) return invalid('notANumber', value)
  const number = Number(text)
  if (step === 1 && !Number.isInteger(number)) return invalid('notWhole', value)
  if (!(number >= min && number <= max)) return invalid('outOfRange', value)
  return { value: number === 0 ? 0 : number }
}

/** Long input is data from a stranger: a message quotes only its beginning. */
export function brief(value: unknown): string {
  const text = textOf(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** A stranger's object may refuse to become text. */
function textOf(value: unknown): string {
  try {
    return String(value)
  } catch {
    return typeof value
  }
}
