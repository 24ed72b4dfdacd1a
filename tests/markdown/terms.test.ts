import { expect, test } from 'vitest'
import { rehypeTerms } from '../../src/markdown/terms.ts'
import type { TreeNode } from '../../src/markdown/tree.ts'

const text = (value: string): TreeNode => ({ type: 'text', value })
const element = (tagName: string, ...children: TreeNode[]): TreeNode => ({
  type: 'element',
  tagName,
  children,
})

function linked(...children: TreeNode[]): string {
  const tree: TreeNode = { type: 'root', children }
  rehypeTerms()(tree, { path: 'content/en/any.mdx', messages: [] })
  return inBrackets(tree)
}

function inBrackets(node: TreeNode): string {
  const inside = node.value ?? node.children?.map(inBrackets).join('') ?? ''
  if (node.name !== 'Term') return inside
  const [id] = node.attributes as { value: string }[]
  return `[${inside}|${id?.value}]`
}

test('the first use of a term is linked, and no later one', () => {
  const first = element('p', text('A sigmoid, then two sigmoids.'))
  const second = element('p', text('One more sigmoid.'))
  expect(linked(first, second)).toBe('A [sigmoid|sigmoid], then two sigmoids.One more sigmoid.')
})

test('the longest form wins, in any case, and whole words only', () => {
  expect(linked(element('p', text('Learning rates of a pre-activation; lossless.')))).toBe(
    '[Learning rates|learning-rate] of a [pre-activation|pre-activation]; lossless.',
  )
})

test('where one term begins another, the longer one is linked', () => {
  expect(linked(element('p', text('Gradient descent follows the gradient of a batch.')))).toBe(
    '[Gradient descent|gradient-descent] follows the [gradient|gradient] of a [batch|batch].',
  )
  expect(linked(element('p', text('Batch normalisation divides by what a batch shows.')))).toBe(
    '[Batch normalisation|batch-normalisation] divides by what a [batch|batch] shows.',
  )
})

test('headings, links, code and questions stay as they are', () => {
  const exercise: TreeNode = {
    type: 'mdxJsxFlowElement',
    name: 'Exercise',
    children: [element('p', text('a loss'))],
  }
  const rest = [element('h2', text('loss ')), element('p', element('a', text('loss '))), exercise]
  expect(linked(...rest)).toBe('loss loss a loss')
})

test('a term is found inside emphasis, where it is introduced', () => {
  expect(linked(element('p', text('The '), element('em', text('loss')), text(' falls.')))).toBe(
    'The [loss|loss] falls.',
  )
})
