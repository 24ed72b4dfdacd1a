import { z } from 'zod'
import type { Figure, FigureClaim } from '../experiment/figure.ts'
import type { Value } from '../experiment/parameters.ts'
import type { NamedConfig } from '../experiment/setting.ts'
import { text } from './text.ts'

/** What a figure can name, by its experiment and its view. */
export interface FigureNames {
  readonly parameters: readonly string[]
  readonly view: readonly string[]
  readonly measures: readonly string[]
}

const value: z.ZodType<Value> = z.union([z.number(), z.string(), z.array(z.number())], {
  error: 'expected a number, a text or a list of numbers',
})

/** content/figures/<name>.json; with names, also that it names nothing that is not there. */
export function figureSchema(names?: FigureNames): z.ZodType<Figure> {
  const settings = (known?: readonly string[]) =>
    known
      ? z.strictObject(Object.fromEntries(known.map((name) => [name, z.exactOptional(value)])))
      : z.record(z.string(), value)
  const oneOf = (known?: readonly string[]) => (known ? z.enum(known) : text)
  const run: z.ZodType<NamedConfig> = z.strictObject({
    id: text,
    config: settings(names?.parameters),
  })
  const claim: z.ZodType<FigureClaim> = z.strictObject({
    shows: z.array(z.string().regex(/^C\d\d$/, 'expected the id of a claim, such as C01')),
    run: text,
    measure: oneOf(names?.measures),
    over: z.exactOptional(z.enum(['run', 'median'])),
    min: z.exactOptional(z.number()),
    max: z.exactOptional(z.number()),
  })
  const figure: z.ZodType<Figure> = z.strictObject({
    experiment: text,
    widget: z.exactOptional(text),
    run,
    comparisons: z.array(run),
    band: z.exactOptional(z.boolean()),
    view: settings(names?.view),
    controls: z.array(oneOf(names && [...names.parameters, ...names.view, 'band'])),
    claims: z.array(claim),
  })
  return figure.superRefine(({ run, comparisons, claims }, context) => {
    const ids = [run, ...comparisons].map(({ id }) => id)
    for (const [i, { run }] of claims.entries()) {
      if (ids.includes(run)) continue
      const message = `expected one of ${ids.join(', ')}, got "${run}"`
      context.addIssue({ code: 'custom', path: ['claims', i, 'run'], message })
    }
  })
}
