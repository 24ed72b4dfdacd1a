import { existsSync, readFileSync } from 'node:fs'
import { check } from '../schemas/check.ts'
import { glossary } from '../schemas/glossary.ts'
import { findTerm } from './find-term.ts'
import { type ChapterFile, component, hasClass, type TreeNode } from './tree.ts'

/** Where a link would be in the way: in another one, in code, in a formula, in a heading, in a question. */
const closed = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'Exercise', 'Summary', 'Note'])

/** The first use of each glossary term in a chapter's paragraphs becomes a `Term`, which links to it. */
export function rehypeTerms() {
  return (tree: TreeNode, file: ChapterFile) => {
    const lang = file.path.match(/content[\\/]([\w-]+)[\\/][^\\/]+$/)?.[1]
    if (lang) link(tree, termsOf(lang), false)
  }
}

function termsOf(lang: string): Map<string, string> {
  const path = `content/${lang}/glossary.json`
  if (!existsSync(path)) return new Map()
  const terms = check(glossary, JSON.parse(readFileSync(path, 'utf8')), path)
  return new Map(terms.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id])))
}

/** Takes each term that it has linked out of `open`. */
function link(parent: TreeNode, open: Map<string, string>, inParagraph: boolean): void {
  if (!parent.children) return
  parent.children = parent.children.flatMap((node) => {
    if (node.type === 'text' && inParagraph) return linked(node.value ?? '', open)
    const name = node.tagName ?? node.name ?? ''
    if (!closed.has(name) && !hasClass(node, 'katex')) {
      link(node, open, inParagraph || name === 'p')
    }
    return [node]
  })
}

function linked(text: string, open: Map<string, string>): TreeNode[] {
  const found = open.size > 0 ? findTerm(open.keys(), text) : undefined
  if (!found) return [{ type: 'text', value: text }]
  const { index, 0: form } = found
  const id = open.get(form.toLowerCase()) ?? ''
  for (const [other, its] of open) if (its === id) open.delete(other)
  const term = component('Term', [{ type: 'text', value: form }], { id })
  const rest = linked(text.slice(index + form.length), open)
  return [
    { type: 'text', value: text.slice(0, index) },
    { ...term, type: 'mdxJsxTextElement' },
    ...rest,
  ]
}
