/** Compares the English words with what the code asks for, so that none is missing, misspelt or left over. */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import type { Messages } from '../i18n/words.ts'
import { unexpected } from '../schemas/check.ts'

/** A widget's messages: each that its code asks for must be there, and no other. */
export function checkMessages(id: string, messages: Messages, file: string): void {
  const folder = `src/widgets/${id}`
  const own = globSync(`${folder}/**/*.{ts,tsx,astro}`).map((path) => path.replaceAll('\\', '/'))
  const asked = own.flatMap(usesIn)
  const shared = [...own.flatMap(sharedImports), ...componentsOf(id)].flatMap(usesIn)
  const there = paths(messages)
  const missing = asked.filter((use) => !there.some((path) => covers(use, path)))
  const left = there.filter((path) => ![...asked, ...shared].some((use) => covers(use, path)))
  const faults = [
    ...missing.map((path) => `words.${path}: missing`),
    ...left.map((path) => unexpected(`words.${path}`, path, missing)),
  ]
  if (faults.length > 0)
    throw new Error([...new Set(faults)].map((fault) => `${file}: ${fault}`).join('\n'))
}

/** The strings of all pages: a key that no source names is misspelt or left over. */
export function checkStrings(strings: unknown, file: string): void {
  const sources = [...globSync('src/**/*.{ts,tsx,astro}'), 'content/data/performance.json']
  const named = new Set(
    sources.flatMap((path) => readFileSync(path, 'utf8').match(/[\w-]+/g) ?? []),
  )
  const left = paths(strings).filter((path) => !path.split('.').every((key) => named.has(key)))
  if (left.length > 0)
    throw new Error(left.map((path) => `${file}: ${unexpected(path, path, [])}`).join('\n'))
}

/** `titles.value` for each text. */
function paths(words: unknown): string[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return ['']
  return Object.entries(words).flatMap(([key, inner]) =>
    paths(inner).map((path) => (path ? `${key}.${path}` : key)),
  )
}

/** Whoever asks for a group may say all of it. */
const covers = (use: string, path: string) => path === use || path.startsWith(`${use}.`)

/** What a file asks of its `messages`: `titles` for `messages.titles[curve]`. */
function usesIn(path: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const use = useOf(node)
    if (use) found.push(use)
    ts.forEachChild(node, visit)
  }
  visit(parsed(path))
  return found
}

/** Only of the longest chain: `messages.titles` within `messages.titles.value` is not a use of its own. */
function useOf(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || isNamed(node)) return undefined
  const keys: string[] = []
  let inner: ts.Expression = node
  while (ts.isPropertyAccessExpression(inner) && !isNamed(inner)) {
    keys.unshift(inner.name.text)
    inner = inner.expression
  }
  const isLongest = !(ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node)
  return isLongest && isNamed(inner) ? keys.join('.') : undefined
}

/** `messages`, or a property of that name. */
const isNamed = (node: ts.Expression): boolean =>
  (ts.isIdentifier(node) && node.text === 'messages') ||
  (ts.isPropertyAccessExpression(node) && node.name.text === 'messages')

function sharedImports(path: string): string[] {
  return parsed(path).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return []
    const { text } = statement.moduleSpecifier as ts.StringLiteral
    return text.startsWith('../shared/') ? posix.join(posix.dirname(path), text) : []
  })
}

/** Components outside of the widget's folder that say its words. */
const componentsOf = (id: string): string[] =>
  globSync('src/components/**/*.astro').filter((path) =>
    readFileSync(path, 'utf8').includes(`/widgets/${id}/`),
  )

/** Of an .astro file the markup is read as what the frontmatter returns. */
function parsed(path: string): ts.SourceFile {
  const source = readFileSync(path, 'utf8')
  const [, front = '', markup = ''] = source.split(/^---$/m)
  const text = path.endsWith('.astro') ? `${front};<>${markup}</>` : source
  const kind = path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.TSX
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}
