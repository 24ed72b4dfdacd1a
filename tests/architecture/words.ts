/** Words and numbers in their places: strings in the strings' file, settings in the figures'. */
import ts from 'typescript'
import { tagsIn } from '../../src/build/mdx.ts'
import { astroText, code, place } from './source.ts'

const spoken = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder'])

/** CSV, SVG and their like are the same in every language. */
function hasWord(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.some((word) => !/^\p{Lu}+$/u.test(word))
}

/** Words that a component shows of its own, in place of the page's strings. */
export function ownWords(path: string, source: string): string[] {
  const text = path.endsWith('.astro') ? astroText(source).trim() : ''
  const found = hasWord(text) ? [`${path} says "${text.split(/\s{2,}/)[0]}"`] : []
  const say = (node: ts.Node, words: string) => {
    if (hasWord(words)) found.push(`${place(node)} says "${words.trim()}"`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) say(node, node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) literals(node.expression, say)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      const value = node.initializer
      literals(value && ts.isJsxExpression(value) ? value.expression : value, say)
    }
    ts.forEachChild(node, visit)
  }
  visit(code(path, source))
  return found
}

/** The literal texts that an expression can give. */
function literals(node: ts.Node | undefined, say: (node: ts.Node, words: string) => void): void {
  if (!node) return
  if (ts.isStringLiteralLike(node)) say(node, node.text)
  if (ts.isTemplateExpression(node))
    say(
      node,
      [node.head, ...node.templateSpans.map((span) => span.literal)].map((s) => s.text).join(' '),
    )
  if (ts.isParenthesizedExpression(node)) literals(node.expression, say)
  if (ts.isConditionalExpression(node))
    for (const branch of [node.whenTrue, node.whenFalse]) literals(branch, say)
  if (ts.isBinaryExpression(node))
    for (const side of [node.left, node.right]) if (!isCompared(node)) literals(side, say)
}

const isCompared = ({ operatorToken }: ts.BinaryExpression): boolean =>
  /^[!=<>]/.test(operatorToken.getText())

/** Attributes of a figure in a chapter, other than its name and its place in a block. */
export function ownSettings(path: string, source: string): string[] {
  return tagsIn(source)
    .filter(({ component }) => component === 'Figure')
    .filter(({ attributes }) => {
      const { name = '', ...others } = Object.fromEntries(attributes)
      return !/^[a-z0-9-]+$/.test(name) || Object.keys(others).some((key) => key !== 'slot')
    })
    .map(({ line }) => `${path}:${line}: <Figure> should say name="…" and nothing more`)
}
