import type { TreeNode } from './tree.ts'

/** Notes are numbered as they come in a chapter: its `Note` components get their `number`. */
export function rehypeNotes() {
  return (tree: TreeNode) => {
    let last = 0
    const visit = (node: TreeNode) => {
      if (node.name === 'Note') {
        last++
        node.attributes = [
          ...(node.attributes ?? []),
          { type: 'mdxJsxAttribute', name: 'number', value: String(last) },
        ]
      }
      node.children?.forEach(visit)
    }
    visit(tree)
  }
}
