/** Which tests depend on a file, by the imports of all files. */
import { readFileSync } from 'node:fs'
import { dirname, join, matchesGlob } from 'node:path'
import ts from 'typescript'

/**
 * The files that import each file: `firm` by import declarations and globs, `loose` by import() as well, as
 * the list of experiments has each of them.
 */
export function importersOf(paths) {
  const firm = new Map(paths.map((path) => [path, new Set()]))
  const loose = new Map(paths.map((path) => [path, new Set()]))
  for (const path of paths.filter((one) => /\.(ts|tsx|mjs)$/.test(one))) {
    const text = readFileSync(path, 'utf8')
    const imported = (name) => join(dirname(path), name)
    for (const name of declared(path, text)) firm.get(imported(name))?.add(path)
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles)
      loose.get(imported(fileName))?.add(path)
    for (const glob of globs(text).map(imported))
      for (const one of paths) if (matchesGlob(one, glob)) firm.get(one).add(path)
  }
  for (const [path, importers] of firm) for (const one of importers) loose.get(path).add(one)
  return { firm, loose }
}

function declared(path, text) {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return statements.flatMap(({ moduleSpecifier, importClause, isTypeOnly }) =>
    moduleSpecifier && !importClause?.isTypeOnly && !isTypeOnly ? [moduleSpecifier.text] : [],
  )
}

const globs = (text) =>
  [...text.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(([^)]*)\)/g)].flatMap(([, call]) =>
    [...call.matchAll(/'(\.[^']+)'/g)].map(([, pattern]) => pattern),
  )

/**
 * The unit tests that import a file, the likeliest to notice first. Those of claims, which are slow, only where there
 * are no others; and those that import it on demand only where there are none of either.
 */
export function relatedTests(path, { firm, loose }) {
  const [near, far] = [firm, loose].map((importers) => testsOf(path, importers))
  const isQuick = (test) => !/^tests\/(claims|replay)\//.test(test)
  return [near.filter(isQuick), near, far.filter(isQuick)].find(({ length }) => length > 0) ?? []
}

function testsOf(path, importers) {
  const seen = new Set([path])
  for (const one of seen) for (const importer of importers.get(one) ?? []) seen.add(importer)
  const tests = [...seen].filter((one) => /^tests\/.*\.test\.tsx?$/.test(one))
  return tests.sort((a, b) => sharedFolders(b, path) - sharedFolders(a, path))
}

/** The tests mirror src: how many folders two files have in common below those two. */
function sharedFolders(one, other) {
  const [a, b] = [one, other].map((path) => dirname(path).split('/').slice(1))
  const apart = a.findIndex((folder, i) => folder !== b[i])
  return apart < 0 ? a.length : apart
}
