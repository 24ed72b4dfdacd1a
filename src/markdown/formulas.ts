import { type ChapterFile, component, hasClass, replace, type TreeNode } from './tree.ts'

/**
 * \htmlClass gives a factor the colour of its curve. Everything else that KaTeX would only warn about, or
 * show in red, is an error.
 */
export const katexOptions = {
  output: 'htmlAndMathml' as const,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }: { command: string }) => {
    if (command === '\\htmlClass') return true
    throw new Error(
      `${command} is not allowed in a formula; of KaTeX's HTML commands, only \\htmlClass is.`,
    )
  },
}

/**
 * Runs after rehype-katex: an invalid formula stops the build, and each display formula is wrapped in the
 * chapter's `Formula` component, in which a wide one scrolls.
 */
export function rehypeFormulas() {
  return (tree: TreeNode, file: ChapterFile) => {
    for (const message of file.messages) {
      if (message.source !== 'rehype-katex') continue
      const cause = message.cause instanceof Error ? message.cause.message : message.reason
      throw new Error(`${file.path}:${message.line ?? '?'}: ${cause}`)
    }
    replace(tree, (node) =>
      hasClass(node, 'katex-display') ? [component('Formula', [node])] : undefined,
    )
  }
}
