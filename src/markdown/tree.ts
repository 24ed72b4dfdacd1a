/** The part of a chapter's tree (hast with MDX nodes) that these plugins use. */
export interface TreeNode {
  type: string
  value?: string
  tagName?: string
  name?: string
  attributes?: unknown[]
  properties?: Record<string, unknown>
  children?: TreeNode[]
  position?: { start: { line: number } }
}

export interface ChapterFile {
  path: string
  messages: { source?: string; reason: string; cause?: unknown; line?: number }[]
}

/** An MDX element around some nodes; the chapter's component of that name renders it. */
export function component(
  name: string,
  children: TreeNode[],
  attributes: Readonly<Record<string, string>> = {},
): TreeNode {
  const given = Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value,
  }))
  return { type: 'mdxJsxFlowElement', name, attributes: given, children }
}

export function hasClass(node: TreeNode, name: string): boolean {
  const classes = node.properties?.className
  return Array.isArray(classes) && classes.includes(name)
}

/** Replaces each descendant by what `change` returns for it; `undefined` keeps it and visits its children. */
export function replace(
  parent: TreeNode,
  change: (node: TreeNode, parent: TreeNode) => TreeNode[] | undefined,
): void {
  if (!parent.children) return
  parent.children = parent.children.flatMap((child) => {
    const changed = change(child, parent)
    if (changed) return changed
    replace(child, change)
    return [child]
  })
}
