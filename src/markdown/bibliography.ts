import { type ChapterFile, component, hasClass, replace, type TreeNode } from './tree.ts'

const citation = /\[[^[\]]*@[\p{L}\d][^[\]]*\]|(?<=\s|^)@[\p{L}\d]\w*/u
const address = /(https?:\/\/\S+)/

/**
 * After rehype-citation: the list of papers goes into the chapter's `Bibliography` component, with
 * live links. A key that references.bib lacks is left in the text by rehype-citation; here it stops
 * the build.
 */
export function rehypeBibliography() {
  return (tree: TreeNode, file: ChapterFile) => {
    replace(tree, (node) => {
      if (node.tagName === 'code' || node.tagName === 'pre') return [node]
      if (node.type === 'text') refuseLeftover(node, file)
      if (!hasClass(node, 'references')) return undefined
      replace(node, (text) => (text.type === 'text' ? withLinks(text.value ?? '') : undefined))
      return [component('Bibliography', [node])]
    })
  }
}

function refuseLeftover(node: TreeNode, file: ChapterFile) {
  const found = node.value?.match(citation)?.[0]
  if (!found) return
  throw new Error(
    `${file.path}: the citation ${found} was not resolved. Its key must stand in content/references.bib, and a citation cannot stand inside emphasis or a link.`,
  )
}

function withLinks(text: string): TreeNode[] {
  return text
    .split(address)
    .filter((part) => part !== '')
    .map((part) => {
      const value: TreeNode = { type: 'text', value: part }
      if (!address.test(part)) return value
      return { type: 'element', tagName: 'a', properties: { href: part }, children: [value] }
    })
}
