import { expect, test } from 'vitest'
import { figuresIn } from '../../src/build/figures-in.ts'
import { tagsIn } from '../../src/build/mdx.ts'

const source = `
## A heading with $\\text{if so}$

<Beside>
  <Figure slot="figure"
    name="one" />

  As <FigureRef name="other" /> shows, \`<Figure name="code" />\`.
</Beside>

In a line: <Figure name="two" size={2} /> and again <Figure name="one" />.

\`\`\`mdx
<Figure name="fenced" />
\`\`\`

{/* <Figure name="comment" /> */}
`

test('the figures of a chapter are those of its figure tags, in order, each once', () =>
  expect(figuresIn(source)).toEqual(['one', 'two']))

test('a tag has its line and its attributes, and an expression is no text', () => {
  const [beside, first, , inLine] = tagsIn(source)
  expect(beside).toEqual({ component: 'Beside', line: 4, attributes: new Map() })
  expect([...(first?.attributes ?? [])]).toEqual([
    ['slot', 'figure'],
    ['name', 'one'],
  ])
  expect([...(inLine?.attributes ?? [])]).toEqual([
    ['name', 'two'],
    ['size', undefined],
  ])
})
