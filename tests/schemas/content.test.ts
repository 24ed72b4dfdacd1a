/** Each kind of file in content/: a key that is misspelt, missing or too much is told of, with file and key. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { cheatSheet } from '../../src/schemas/cheat-sheet.ts'
import { check } from '../../src/schemas/check.ts'
import { claimList, claimWords } from '../../src/schemas/claims.ts'
import { figureSchema } from '../../src/schemas/figure.ts'
import { figureWords } from '../../src/schemas/figure-words.ts'
import { glossary } from '../../src/schemas/glossary.ts'
import { like } from '../../src/schemas/like.ts'
import { widgetWords, widgetWordsOf } from '../../src/schemas/widget-words.ts'

type Json = Record<string, unknown>

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** What stands at a path. */
const inside = (file: Json, path: string) =>
  path
    .split('.')
    .filter(Boolean)
    .reduce((inner, key) => inner[key] as Json, file)
const strings = read('content/en/strings.json')
const figure = 'content/figures/vanishing-sigmoid.json'
const names = {
  parameters: Object.keys(read(figure).run.config).concat(['weightSeed']),
  view: ['quantity', 'at'],
  measures: read(figure).claims.map(({ measure }: { measure: string }) => measure),
}

/** Where a key is, and how it is misspelt. */
const kinds: readonly [
  file: string,
  schema: ZodType,
  path: string,
  key: string,
  misspelt: string,
][] = [
  ['content/en/strings.json', like(strings), 'nav.', 'search', 'serach'],
  ['content/en/widgets/gradient-flow.json', widgetWords, '', 'title', 'titel'],
  ['content/en/widgets/gradient-flow.json', widgetWords, 'parameters.at.', 'label', 'labl'],
  ['content/en/figures/vanishing-sigmoid.json', figureWords, '', 'caption', 'captoin'],
  [figure, figureSchema(), '', 'controls', 'contorls'],
  [figure, figureSchema(), 'claims.1.', 'measure', 'mesure'],
  ['content/claims.json', claimList, '2.', 'verdict', 'verdct'],
  [
    'content/en/claims.json',
    claimWords([{ id: 'C01', verdict: 'true' }]),
    'C01.',
    'because',
    'becuase',
  ],
  ['content/en/glossary.json', glossary, '4.', 'forms', 'form'],
  ['content/en/cheat-sheet.json', cheatSheet, 'parts.0.rows.0.', 'take', 'tkae'],
]

const trimmed = (file: string) => {
  const content = read(file)
  return file === 'content/en/claims.json' ? { C01: content.C01 } : content
}

test.each(kinds)('%s as it is', (file, schema) => {
  expect(() => check(schema, trimmed(file), file)).not.toThrow()
})

test.each(kinds)('%s: a misspelt key', (file, schema, path, key, misspelt) => {
  const content = trimmed(file)
  const inner = inside(content, path)
  inner[misspelt] = inner[key]
  delete inner[key]
  const run = () => check(schema, content, file)
  expect(run).toThrow(`${file}: ${path}${misspelt}: unexpected key; did you mean "${key}"?`)
  expect(run).toThrow(`${file}: ${path}${key}: missing`)
})

test.each(kinds)('%s: a key too much', (file, schema, path) => {
  const content = trimmed(file)
  inside(content, path).somethingElse = 'x'
  expect(() => check(schema, content, file)).toThrow(
    `${file}: ${path}somethingElse: unexpected key`,
  )
})

test('an empty text is a gap, and a number no text', () => {
  const file = 'content/en/strings.json'
  expect(() =>
    check(like(strings), { ...strings, nav: { ...strings.nav, search: '' } }, file),
  ).toThrow(`${file}: nav.search: expected a text that is not empty`)
  expect(() =>
    check(like(strings), { ...strings, nav: { ...strings.nav, search: 3 } }, file),
  ).toThrow(`${file}: nav.search: expected string`)
})

test.each([
  [
    'run',
    { id: 'sigmoid', config: { depht: 3 } },
    'run.config.depht: unexpected key; did you mean "depth"?',
  ],
  ['view', { qantity: 'x' }, 'view.qantity: unexpected key; did you mean "quantity"?'],
  ['controls', ['depht'], 'controls.0: '],
  ['claims', [{ shows: [], run: 'sigmoid', measure: 'weakning', min: 1 }], 'claims.0.measure: '],
  [
    'claims',
    [{ shows: [], run: 'sigmiod', measure: 'weakening', min: 1 }],
    'claims.0.run: expected one of sigmoid, relu, got "sigmiod"',
  ],
])('a figure whose %s names what is not there', (key, value, message) => {
  const content = { ...read(figure), [key]: value }
  expect(() => check(figureSchema(names), content, figure)).toThrow(`${figure}: ${message}`)
})

test('a widget has words for its own settings: no more, no fewer, and none twice', () => {
  const shared = {
    parameters: { depth: { label: 'depth', about: 'x' } },
    options: { relu: 'ReLU' },
  }
  const schema = widgetWordsOf(['depth', 'reach'], ['relu', 'both'], shared)
  const own = { parameters: { reach: { label: 'reach', about: 'x' } }, options: { both: 'both' } }
  const run = (words: object) => () => check(schema, { ...own, ...words }, 'w.json')
  expect(run({})).not.toThrow()
  expect(run({ parameters: {} })).toThrow('w.json: parameters.reach: missing')
  expect(run({ options: {} })).toThrow('w.json: options.both: missing')
  expect(run({ options: { ...own.options, tanh: 'tanh' } })).toThrow(
    'w.json: options.tanh: unexpected key',
  )
  expect(run({ options: { ...own.options, relu: 'ReLU' } })).toThrow(
    'w.json: options.relu: says what strings.json says',
  )
  expect(run({ options: { ...own.options, relu: 'rectifier' } })).not.toThrow()
})
