/** The experiments from a terminal: `npm run --silent experiment -- gradient-flow depth=20 --format json`. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ZodType } from 'zod'
import numbers from '../content/en/numbers.json' with { type: 'json' }
import strings from '../content/en/strings.json' with { type: 'json' }
import { toCsv } from '../src/charts/export/csv.ts'
import type { Table } from '../src/charts/export/table.ts'
import type {
  Experiment,
  ExperimentRecord,
  NamedParameter,
  Observer,
} from '../src/experiment/experiment.ts'
import {
  brief,
  type Config,
  type Parameter,
  type Problem,
  resolve,
  serialize,
} from '../src/experiment/parameters.ts'
import { experimentById, experimentIds } from '../src/experiment/registry.ts'
import { runToEnd } from '../src/experiment/run.ts'
import { describeDomain } from '../src/i18n/domain.ts'
import type { ParameterWords, WidgetWords } from '../src/i18n/words.ts'
import { check } from '../src/schemas/check.ts'
import { widgetWords } from '../src/schemas/widget-words.ts'

const usage = `Usage: npm run --silent experiment -- <experiment> [parameter=value …] [options]

  --list                      the experiments
  <experiment> --help         its parameters
  --format json | csv         how to print (json)
  --include parameters,data   also print what a replay needs: parameters before and after,
                              inputs and targets, and the rows of every batch (json only)`

/** A mistake of the caller's: told in one message, exit status 2. */
class UsageError extends Error {}

const includable = ['parameters', 'data']

async function main(words: string[]): Promise<void> {
  const { values: options, positionals } = parse(words)
  const [id, ...settings] = positionals
  if (options.list) return print(experimentIds.map((id) => `${id}\t${describe(id)}`).join('\n'))
  if (id === undefined) return print(usage)
  const experiment = await find(id)
  if (options.help) return print(help(experiment))
  const include = options.include?.split(',') ?? []
  const strange = include.find((word) => !includable.includes(word))
  if (strange !== undefined)
    throw new UsageError(`--include: expected ${includable.join(' or ')}, came "${brief(strange)}"`)
  if (options.format !== 'json' && options.format !== 'csv') {
    throw new UsageError(`--format: expected json or csv, came "${brief(options.format)}"`)
  }
  if (options.format === 'csv' && include.length > 0) {
    throw new UsageError(
      '--include: expected with --format json, came with csv, which holds records only',
    )
  }
  const config = configure(experiment, settings)
  const { observer, seen } = replay(include)
  const { records, fingerprint } = await runToEnd(experiment, config, observer)
  const { version } = experiment
  const result = { experiment: id, version, config, records, fingerprint, ...seen }
  if (options.format === 'csv') process.stdout.write(toCsv(tableOf(records), '\n'))
  else print(JSON.stringify(result, nonFiniteAsText))
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string', default: 'json' },
        include: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

async function find(id: string): Promise<Experiment> {
  try {
    return await experimentById(id)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function configure(experiment: Experiment, settings: readonly string[]): Config {
  const pairs = settings.map((setting): [string, string] => {
    const at = setting.indexOf('=')
    if (at < 1) throw new UsageError(`expected parameter=value, came "${brief(setting)}"`)
    return [setting.slice(0, at), setting.slice(at + 1)]
  })
  const { config, problems } = resolve(experiment.parameters, Object.fromEntries(pairs))
  if (problems.length > 0) throw new UsageError(problems.map(inWords).join('\n'))
  return config
}

function inWords({ parameter, given, reason, allowed: domain }: Problem): string {
  const allowed = typeof domain === 'string' ? domain : describeDomain(domain, numbers)
  if (reason === 'unknown')
    return `there is no parameter "${parameter}": expected one of ${allowed}`
  const whole = reason === 'notWhole' ? 'a whole number from ' : ''
  return `${parameter}: expected ${whole}${allowed}, came "${given}"`
}

/** Collects what a replay elsewhere needs. */
function replay(include: readonly string[]) {
  const seen: {
    parameters?: Partial<Record<'initial' | 'final', readonly NamedParameter[]>>
    data?: { inputs?: NamedParameter; targets?: NamedParameter; batches: (readonly number[])[] }
  } = {}
  const observer: Observer = {}
  if (include.includes('parameters')) {
    const parameters: NonNullable<typeof seen.parameters> = {}
    seen.parameters = parameters
    observer.parameters = (when, list) => {
      parameters[when] = list
    }
  }
  if (include.includes('data')) {
    const data: NonNullable<typeof seen.data> = { batches: [] }
    seen.data = data
    observer.data = (inputs, targets) => Object.assign(data, { inputs, targets })
    observer.batch = (rows) => data.batches.push(rows)
  }
  return { observer, seen }
}

/** One row a record; a list takes one column an entry, numbered from 0. */
function tableOf(records: readonly ExperimentRecord[]): Table {
  const rows = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) =>
        typeof value === 'object' ? value.map((x, i) => [`${name}.${i}`, x]) : [[name, value]],
      ),
    ),
  )
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) }
}

/** JSON has no word for these, and `null` would hide which it was. */
const nonFiniteAsText = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value

function help(experiment: Experiment): string {
  const lines = Object.entries<Parameter>(experiment.parameters).map(([name, parameter]) => {
    const { about } = wordsOf(experiment.id).parameters[name] as ParameterWords
    return `  ${name}=${serialize(parameter.default)}\n      ${describeDomain(parameter, numbers)}. ${about}`
  })
  return `${experiment.id}: ${describe(experiment.id)}\n\n${lines.join('\n')}`
}

const describe = (id: string): string => wordsOf(id).about

/** The words are those of the English pages: one place for both. */
function wordsOf(id: string): Pick<WidgetWords, 'about' | 'parameters'> {
  const { about, parameters } = readJson(widgetWords, `content/en/widgets/${id}.json`)
  return { about, parameters: { ...strings.parameters, ...parameters } }
}

function readJson<T>(schema: ZodType<T>, path: string): T {
  return check(
    schema,
    JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')),
    path,
  )
}

const print = (text: string) => console.log(text)

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
