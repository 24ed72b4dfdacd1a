import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { GlossaryEntry } from '../../src/i18n/words.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const claims: { id: string; verdict: string }[] = read('content/claims.json')

test('the source’s fifty claims are listed once each, in its order', () => {
  const expected = Array.from({ length: 50 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
  expect(claims.map(({ id }) => id)).toEqual(expected)
})

test('every claim has its words and a verdict that has a name', () => {
  const words = read('content/en/claims.json')
  const verdicts = Object.keys(read('content/en/strings.json').verdicts)
  for (const { id, verdict } of claims) {
    expect(words[id]?.says, id).toMatch(/\.$|\?$/)
    expect(words[id]?.because, id).toMatch(/\.$/)
    expect(verdicts).toContain(verdict)
  }
})

test('the glossary is in alphabetical order, and no word leads to two entries', () => {
  const entries: GlossaryEntry[] = read('content/en/glossary.json')
  const terms = entries.map(({ term }) => term.toLowerCase())
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')))
  const forms = entries.flatMap((entry) => entry.forms.map((form) => form.toLowerCase()))
  expect(new Set(forms).size).toBe(forms.length)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})

test('every term of the glossary is used in a chapter', () => {
  const prose = readdirSync('content/en')
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readFileSync(`content/en/${name}`, 'utf8').toLowerCase().replaceAll("'", '’'))
    .join('\n')
  const entries: GlossaryEntry[] = read('content/en/glossary.json')
  const unused = entries.filter(
    ({ forms, chapter }) =>
      forms.length > 0 &&
      readdirSync('content/en').includes(`${chapter}.mdx`) &&
      !forms.some((form) => prose.includes(form.toLowerCase())),
  )
  expect(unused.map(({ id }) => id)).toEqual([])
})
