import { component, hasClass, type TreeNode } from './tree.ts'

/**
 * Each heading of the second level and what follows it go into the chapter's `Section` component, which
 * a browser can leave until it comes near. What stands before the first heading stays outside, and so
 * do the references. How much a section holds goes with it, for the room that is kept for it meanwhile.
 */
export function rehypeSections() {
  return (tree: TreeNode) => {
    const outside: TreeNode[] = []
    let inside = outside
    for (const node of tree.children ?? []) {
      if (node.tagName === 'h2') {
        inside = []
        outside.push({ type: 'section', children: inside })
      }
      const isKeptOut = node.type === 'mdxjsEsm' || node.name === 'Bibliography'
      ;(isKeptOut ? outside : inside).push(node)
    }
    tree.children = outside.map((node) => {
      const { type, children = [] } = node
      return type === 'section' ? component('Section', children, sizes(children)) : node
    })
  }
}

interface Sizes {
  readonly letters: number
  /** Paragraphs, items, formulas, boxes: what has room around it. */
  readonly blocks: number
  readonly figures: number
}

const sizes = (nodes: readonly TreeNode[]) => {
  const { letters, blocks, figures } = count(nodes)
  return { letters: String(letters), blocks: String(blocks), figures: String(figures) }
}

function count(nodes: readonly TreeNode[]): Sizes {
  const total = { letters: 0, blocks: 0, figures: 0 }
  for (const node of nodes) {
    const isFlow = node.type === 'mdxJsxFlowElement'
    if (node.type === 'text') total.letters += node.value?.length ?? 0
    // Whatever its markup, a formula within a line is about as long as a short word.
    if (hasClass(node, 'katex')) total.letters += 4
    if (isFlow || spaced.has(node.tagName ?? '')) total.blocks++
    if (asksToChoose.has(node.name ?? '')) total.blocks += 5 // its choices are no children
    if (node.name === 'Figure') total.figures++
    const inner = count(hasClass(node, 'katex') ? [] : (node.children ?? []))
    total.letters += inner.letters
    total.blocks += inner.blocks
    total.figures += inner.figures
  }
  return total
}

const asksToChoose = new Set(['Exercise', 'Practice'])

const spaced = new Set(['p', 'li', 'h2', 'h3', 'tr', 'pre'])
