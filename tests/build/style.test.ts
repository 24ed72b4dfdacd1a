import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainStyle, rootValues } from '../../src/build/card/style.ts'

const css = `
/* :root { --paper: comment } */
:root { --paper: light-dark(rgb(1, 2, 3), black); --mark: var(--paper) }
[data-theme="dark"] { --mark: white }
@media print { :root { --paper: red } .line { stroke: red } }
.line { --tone: var(--mark); stroke: var(--tone); fill: var(--unknown) }
`

test('variables are those of the root, in their light value', () =>
  expect([...rootValues(css)]).toEqual([
    ['--paper', 'rgb(1, 2, 3)'],
    ['--mark', 'var(--paper)'],
  ]))

test('rules outside of at-rules remain, with values for variables', () =>
  expect(plainStyle(css, rootValues(css)).replace(/\s+/g, ' ')).toBe(
    '.line { color: rgb(1, 2, 3); stroke: currentColor; fill: none }',
  ))

test('nothing in the site’s own charts is left to resolve', () => {
  const [charts, tokens] = ['charts', 'tokens'].map((name) =>
    readFileSync(`src/styles/${name}.css`, 'utf8'),
  )
  const style = plainStyle(`${charts}`, rootValues(`${tokens}${charts}`))
  expect(style).toMatch(/\.chart-line\b/)
  expect(style).not.toMatch(/var\(|light-dark|--|@/)
})
