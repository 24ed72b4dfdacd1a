/** Reading the project's sources. */
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

export type SourceFile = readonly [path: string, source: string]

/** Files by pattern, with forward slashes on every system. */
export function sources(pattern: string): SourceFile[] {
  return globSync(pattern)
    .sort()
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')])
}

/** A file's code as a tree. Of an .astro file that is its frontmatter and its scripts. */
export function code(path: string, source: string): ts.SourceFile {
  const text = path.endsWith('.astro') ? astroCode(source) : source
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

function astroCode(source: string): string {
  const frontmatter = source.match(/^---\n([\s\S]*?)\n---/)?.[1] ?? ''
  const scripts = source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)
  return [frontmatter, ...[...scripts].map((found) => found[1])].join('\n')
}

/** An .astro file's text outside of code, tags and expressions. */
export function astroText(source: string): string {
  let text = source
    .replace(/^---\n[\s\S]*?\n---/, '')
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
  // Expressions nest: take out the innermost until none is left.
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/\{[^{}]*\}/g, '')
  }
  return text.replace(/<[^>]*>/g, ' ')
}

/** `src/a.ts:12`, for a message. */
export function place(node: ts.Node): string {
  const file = node.getSourceFile()
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
