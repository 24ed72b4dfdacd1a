import type { TreeNode } from './tree.ts'

/** Numbers the notes of a chapter in order: sets `number` of its `Note` components. */
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
