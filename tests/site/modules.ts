/** The import graph of the built modules. */
import ts from 'typescript'
import { fileFor, read, type Site } from './sites.ts'

/** The modules reached from some by static imports, and those that only a dynamic import reaches. */
export function modulesFrom(site: Site, entries: readonly string[]) {
  const loaded = new Set<string>()
  const dynamic = new Set<string>()
  const visit = (path: string) => {
    if (loaded.has(path)) return
    loaded.add(path)
    const found = importsOf(site, path)
    found.static.forEach(visit)
    for (const later of found.dynamic) dynamic.add(later)
  }
  entries.forEach(visit)
  const later = [...dynamic].filter((path) => !loaded.has(path))
  return { loaded: [...loaded], later }
}

/** The files that a module starts as workers. */
export function workersIn(site: Site, path: string): string[] {
  const named = read(site, path).matchAll(/new Worker\(\s*new URL\(\s*["'`]([^"'`]+)/g)
  return [...named]
    .map((found) => resolve(path, found[1] ?? ''))
    .filter((file) => fileFor(site, file))
}

function importsOf(site: Site, path: string) {
  const source = ts.createSourceFile(
    path,
    read(site, path),
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.JS,
  )
  const found = { static: [] as string[], dynamic: [] as string[] }
  const visit = (node: ts.Node) => {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
    const isDynamic =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const named = isStatic ? node.moduleSpecifier : isDynamic ? node.arguments[0] : undefined
    if (named && ts.isStringLiteralLike(named))
      found[isStatic ? 'static' : 'dynamic'].push(resolve(path, named.text))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const resolve = (from: string, to: string): string => new URL(to, `http://site${from}`).pathname
