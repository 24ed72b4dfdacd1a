import { expect, test } from 'vitest'
import { rehypeNotes } from '../../src/markdown/notes.ts'
import { rehypeSections } from '../../src/markdown/sections.ts'
import type { TreeNode } from '../../src/markdown/tree.ts'

const text = (value: string): TreeNode => ({ type: 'text', value })
const element = (tagName: string, ...children: TreeNode[]): TreeNode => ({
  type: 'element',
  tagName,
  children,
})
const flow = (name: string, ...attributes: string[]): TreeNode => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: attributes.map((attribute) => ({ type: 'mdxJsxAttribute', name: attribute })),
})
const valuesOf = ({ attributes = [] }: TreeNode) =>
  Object.fromEntries(
    (attributes as { name: string; value?: unknown }[]).map(({ name, value }) => [name, value]),
  )

test('a heading and what follows it go into a section, up to the next heading', () => {
  const intro = element('p', text('before'))
  const first = [element('h2', text('One?')), element('p', text('yes')), element('h3', text('so'))]
  const second = [element('h2', text('Two?'))]
  const tree: TreeNode = { type: 'root', children: [intro, ...first, ...second] }
  rehypeSections()(tree)
  expect(tree.children?.map(({ name, tagName }) => name ?? tagName)).toEqual([
    'p',
    'Section',
    'Section',
  ])
  expect(tree.children?.slice(1).map(({ children }) => children)).toEqual([first, second])
})

test('imports and references stay outside', () => {
  const kept = [{ type: 'mdxjsEsm' }, flow('Bibliography')]
  const tree: TreeNode = { type: 'root', children: [element('h2', text('One?')), ...kept] }
  rehypeSections()(tree)
  expect(tree.children?.slice(1)).toEqual(kept)
})

test('a section says how much it holds', () => {
  const formula: TreeNode = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['katex'] },
    children: [text('much markup of one letter')],
  }
  const children = [
    element('h2', text('12')),
    element('p', text('345'), formula, flow('Value', 'figure')),
    flow('Figure', 'name'),
    flow('Exercise', 'choices'),
  ]
  const tree: TreeNode = { type: 'root', children }
  rehypeSections()(tree)
  // The letters and 4 for the formula; heading, paragraph, value, figure, exercise and its 5 of choices.
  expect(valuesOf(tree.children?.[0] as TreeNode)).toEqual({
    letters: '9',
    blocks: '10',
    figures: '1',
  })
})

test('notes are numbered as they come, wherever they stand', () => {
  const notes = [flow('Note'), flow('Note')]
  const tree: TreeNode = {
    type: 'root',
    children: [
      element('p', notes[0] as TreeNode),
      flow('Beside'),
      element('p', notes[1] as TreeNode),
    ],
  }
  rehypeNotes()(tree)
  expect(notes.map((note) => valuesOf(note)['number'])).toEqual(['1', '2'])
})
