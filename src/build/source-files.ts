/** What TypeScript source says, read by its own parser. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/**
 * A file and every file that it imports, types and data included, directly or not. Imports in core and
 * experiments are relative and name their file in full; those of packages are left out.
 */
export function withImports(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found
  found.add(file)
  if (!file.endsWith('.ts')) return found
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
    if (fileName.startsWith('.')) withImports(posix.join(posix.dirname(file), fileName), found)
  }
  return found
}

export interface Excerpt {
  readonly code: string
  /** The names of the functions that it calls, methods left aside. */
  readonly calls: ReadonlySet<string>
}

/** A function or method of a source text, without its comment and indented as if it stood alone. */
export function memberOf(source: string, name: string): Excerpt | undefined {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const find = (node: ts.Node): ts.Node | undefined =>
    isDefinition(node) && node.name?.getText() === name ? node : ts.forEachChild(node, find)
  const member = find(file)
  if (!member) return undefined
  const start = member.getStart()
  const indent = file.getLineAndCharacterOfPosition(start).character
  const code = member.getText().replaceAll(`\n${' '.repeat(indent)}`, '\n')
  return { code, calls: callsIn(member) }
}

/** With a body: an overload or an interface's member only declares. */
const isDefinition = (node: ts.Node): node is ts.FunctionDeclaration | ts.MethodDeclaration =>
  (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body !== undefined

function callsIn(node: ts.Node, found = new Set<string>()): ReadonlySet<string> {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) found.add(node.expression.text)
  ts.forEachChild(node, (child) => void callsIn(child, found))
  return found
}
