/**
 * A link of years ago must still say what it said: what each parameter may be, and what it is where a link
 * leaves it out. Whoever widens a range or adds an option writes it into golden/parameters.json.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ParameterSchema } from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import type { AnyView } from '../../src/widgets/view.ts'

const views = import.meta.glob<Record<string, AnyView>>('../../src/widgets/*/view.ts', {
  eager: true,
})

/** By widget and parameter: its default, then its options or its range, its step and how many it holds. */
const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync('tests/golden/parameters.json', 'utf8'),
)

const inWords = (schema: ParameterSchema) =>
  Object.fromEntries(
    Object.entries(schema).map(([name, parameter]) => {
      const start = `${parameter.default};`
      if (parameter.kind === 'choice') return [name, `${start} ${parameter.options.join(' ')}`]
      const { min, max, step } = parameter
      const length = parameter.kind === 'list' ? ` × ${parameter.length.join('–')}` : ''
      return [name, `${start} ${min} to ${max} by ${step}${length}`]
    }),
  )

const all = await allExperiments()

test('every widget that could be linked to is still there', () => {
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(kept)))
})

test.each(all)('$id', ({ id, parameters }) => {
  const [view] = Object.values(views[`../../src/widgets/${id}/view.ts`] ?? {})
  expect(inWords({ ...parameters, ...view?.parameters })).toEqual(kept[id])
})
