/** A chapter's source, read by the parsers that build its page. */
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkMath)

/** A component's tag in a chapter. */
export interface Tag {
  readonly component: string
  readonly line: number
  /** By name: the text of a quoted value, undefined for an expression or a name alone. */
  readonly attributes: ReadonlyMap<string, string | undefined>
}

/** The tags of a chapter's components, in order. Code, formulas and comments hold none. */
export function tagsIn(source: string): Tag[] {
  const tags: Tag[] = []
  visit(parser.parse(source), (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const attributes = node.attributes.map((attribute): [string, string | undefined] => {
      if (attribute.type === 'mdxJsxExpressionAttribute') return [`{${attribute.value}}`, undefined]
      const { name, value } = attribute
      return [name, typeof value === 'string' ? value : undefined]
    })
    const line = node.position?.start.line ?? 0
    tags.push({ component: node.name ?? '', line, attributes: new Map(attributes) })
  })
  return tags
}
