/** What a language lacks is said in English, and marked so in the page. */
import { expect, test } from 'vitest'
import { markBorrowed } from '../../src/build/mark-borrowed.ts'
import { lacking, withFallback } from '../../src/build/with-fallback.ts'
import { borrowed } from '../../src/i18n/borrowed.ts'
import { check } from '../../src/schemas/check.ts'
import { like } from '../../src/schemas/like.ts'

const english = { nav: { search: 'Search', label: 'Site {n}' }, texts: ['one', 'two'], tag: 'en' }

test('a key that is missing is borrowed, and listed; names are not words', () => {
  const own = { nav: { search: '搜索' } }
  expect(withFallback(english, own)).toEqual({
    nav: { search: '搜索', label: borrowed('Site {n}') },
    texts: [borrowed('one'), borrowed('two')],
    tag: 'en',
  })
  expect(lacking(english, own)).toEqual(['nav.label', 'texts', 'tag'])
  expect(lacking(english, { nav: {} })).toEqual(['nav.search', 'nav.label', 'texts', 'tag'])
  expect(lacking(english, undefined)).toEqual([''])
})

test('a language that is not complete may lack a key, and may not misspell one or its placeholders', () => {
  const run = (own: unknown, isPartial: boolean) => () =>
    check(like(english, isPartial), own, 'content/zh/strings.json')
  expect(run({ nav: {} }, true)).not.toThrow()
  expect(run({ nav: {} }, false)).toThrow('content/zh/strings.json: nav.search: missing')
  expect(run({ nav: { serach: '搜索' } }, true)).toThrow(
    'content/zh/strings.json: nav.serach: unexpected key; did you mean "search"?',
  )
  expect(run({ nav: { label: '网站 {m}' } }, true)).toThrow(
    'content/zh/strings.json: nav.label: expected {n} as in English',
  )
})

test.each([
  ['<p class="a">', 'Search', '</p>', '<p lang="en" class="a">Search</p>'],
  ['<p>运行 ', 'now', '</p>', '<p>运行 <span lang="en">now</span></p>'],
  [
    '<p><a href="x">运行</a>',
    ' now',
    '</p>',
    '<p><a href="x">运行</a><span lang="en"> now</span></p>',
  ],
  ['<p lang="de">', 'now', '</p>', '<p lang="de">now</p>'],
  ['<input title="', 'now > then', '">', '<input title="now > then">'],
  ['<script>"', 'now', '"</script>', '<script>"now"</script>'],
  ['<title>', 'now', '</title>', '<title>now</title>'],
  ['<svg><text>', 'δ', '</text></svg>', '<svg><text lang="en">δ</text></svg>'],
  ['<svg><text>tanh, ', 'theory', '</text></svg>', '<svg><text>tanh, theory</text></svg>'],
  [
    '<astro-island props="{}"><p>运行 ',
    'now',
    '</p></astro-island>',
    '<astro-island props="{}"><p>运行 now</p></astro-island>',
  ],
])('%s %s %s', (before, text, after, expected) => {
  expect(markBorrowed(before + borrowed(text) + after, 'en')).toBe(expected)
})

test('a text that is broken into lines is borrowed in each', () => {
  const [first, second] = borrowed('two lines').split(' ')
  const html = `<text><tspan>${first}</tspan><tspan>${second}</tspan></text><p>运行</p>`
  expect(markBorrowed(html, 'en')).toBe(
    '<text><tspan lang="en">two</tspan><tspan lang="en">lines</tspan></text><p>运行</p>',
  )
})
