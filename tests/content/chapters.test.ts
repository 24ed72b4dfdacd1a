import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from '../../src/build/figures.ts'
import { fromQuery } from '../../src/experiment/link.ts'
import { experimentById } from '../../src/experiment/registry.ts'
import { settingSchema } from '../../src/widgets/view.ts'
import { loadView } from '../../src/widgets/views.ts'

const chapters = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mdx'))
  .map((path) => ({ path, source: readFileSync(`content/${path}`, 'utf8') }))

const all = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, found = '']) => found)
const homeOf = (source: string) => all(source.match(/^claims: \[(.*)\]$/m)?.[1] ?? '', /(C\d\d)/g)

test('there are chapters', () => expect(chapters.length).toBeGreaterThan(0))

test.each(chapters)('$path examines each claim that has its home there, once', ({ source }) => {
  const anchors = all(source, /<Claim id="(c\d\d)"/g)
  expect(anchors.sort()).toEqual(
    homeOf(source)
      .map((id) => id.toLowerCase())
      .sort(),
  )
})

test('each claim has one home', () => {
  const english = chapters.filter(({ path }) => path.startsWith('en/'))
  const homes = english.flatMap(({ source }) => homeOf(source))
  expect(new Set(homes).size).toBe(homes.length)
})

test.each(chapters)(
  '$path: every claim of its own is shown by a figure of its own',
  ({ source }) => {
    const shown = all(source, /\s(?:figure|name)="([\w-]+)"/g).flatMap((name) =>
      (figures.get(name)?.claims ?? []).flatMap(({ shows }) => shows),
    )
    for (const id of homeOf(source)) expect(shown).toContain(id)
  },
)

test.each(chapters)(
  '$path has three exercises, figures that exist, and a summary',
  ({ source }) => {
    expect(all(source, /<(Exercise)\b/g)).toHaveLength(3)
    expect(all(source, /<(Summary)\b/g)).toHaveLength(1)
    for (const name of all(source, /\s(?:figure|name)="([\w-]+)"/g))
      expect([...figures.keys()]).toContain(name)
  },
)

test('every figure stands in a chapter', () => {
  const named = chapters.flatMap(({ source }) => all(source, /\s(?:figure|name)="([\w-]+)"/g))
  for (const name of figures.keys()) expect(named).toContain(name)
})

test.each(chapters)('$path links to widgets with settings that they take', async ({ source }) => {
  for (const [, id = '', query = ''] of source.matchAll(/\/widgets\/([\w-]+)\/\?([^"')\s]+)/g)) {
    const schema = settingSchema(await experimentById(id), await loadView(id))
    expect(fromQuery(schema, query).problems, `${id}?${query}`).toEqual([])
  }
})
