import { type ChapterFile, component, hasClass, replace, type TreeNode } from './tree.ts'

const citation = /\[[^[\]]*@[\p{L}\d][^[\]]*\]|(?<=\s|^)@[\p{L}\d]\w*/u
const address = /(https?:\/\/\S+)/

/**
 * Runs after rehype-citation: wraps the list of papers in the chapter's `Bibliography` component and makes
 * its addresses links. rehype-citation leaves unknown keys in the text; here they stop the build.
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
    `${file.path}: the citation ${found} was not resolved. Expected its key in content/references.bib, and the citation outside of emphasis and links.`,
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
