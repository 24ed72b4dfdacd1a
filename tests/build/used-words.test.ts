/** The English words are those that the code asks for. */
import { expect, test } from 'vitest'
import strings from '../../content/en/strings.json'
import diagnosis from '../../content/en/widgets/diagnosis.json'
import gradientFlow from '../../content/en/widgets/gradient-flow.json'
import { demanding } from '../../src/build/demanding.ts'
import { checkMessages, checkStrings } from '../../src/build/used-words.ts'

const file = 'content/en/widgets/gradient-flow.json'

test('a word that a view does not ask for, and one that it asks for in vain', () => {
  const { profileTitle, ...rest } = gradientFlow.words
  expect(() => checkMessages('gradient-flow', gradientFlow.words, file)).not.toThrow()
  const misspelt = () =>
    checkMessages('gradient-flow', { ...rest, profileTitel: profileTitle }, file)
  expect(misspelt).toThrow(`${file}: words.profileTitle: missing`)
  expect(misspelt).toThrow(`${file}: words.profileTitel: unexpected key; did you mean`)
  const left = { ...gradientFlow.words, left: 'over' }
  expect(() => checkMessages('gradient-flow', left, file)).toThrow(
    `${file}: words.left: unexpected key`,
  )
})

test('words that only a component outside of the widget says are asked for', () => {
  expect(() => checkMessages('diagnosis', diagnosis.words, file)).not.toThrow()
  const words = { ...diagnosis.words, practice: { ...diagnosis.words.practice, open2: 'x' } }
  expect(() => checkMessages('diagnosis', words, file)).toThrow(
    'words.practice.open2: unexpected key',
  )
})

test('a string that no source names', () => {
  expect(() => checkStrings(strings, 'content/en/strings.json')).not.toThrow()
  const more = { ...strings, nav: { ...strings.nav, serachForIt: 'x' } }
  expect(() => checkStrings(more, 'content/en/strings.json')).toThrow(
    'content/en/strings.json: nav.serachForIt: unexpected key',
  )
})

test('asking for a word that is not there names file and key', () => {
  const words = demanding(
    { nav: { search: 'Search' } as { search: string; widgets?: string } },
    'a.json',
  )
  expect(words.nav.search).toBe('Search')
  expect(JSON.stringify(words)).toBe('{"nav":{"search":"Search"}}')
  expect(() => words.nav.widgets).toThrow('a.json: nav.widgets: missing')
})
