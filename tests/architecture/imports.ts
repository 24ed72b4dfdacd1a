/** The import rules, as checks on one file's source. */
import { posix } from 'node:path'
import ts from 'typescript'
import { code, type SourceFile } from './source.ts'

interface Import {
  /** `src/core/math.ts` for a file of the project, the bare name for a package. */
  readonly target: string
  readonly typeOnly: boolean
}

/** Descriptions of forbidden imports in a file. */
export function importFaults(path: string, source: string): string[] {
  const imports = importsIn(path, source)
  const faults = imports
    .filter((one) => !mayImport(path, one))
    .map(({ target }) => `imports ${target}`)
  return faults.map((fault) => `${path} ${fault}`)
}

function importsIn(path: string, source: string): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node | undefined, typeOnly = false) => {
    if (node && ts.isStringLiteralLike(node))
      found.push({ target: resolved(path, node.text), typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node))
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    if (ts.isCallExpression(node) && isLoader(node)) add(node.arguments[0])
    ts.forEachChild(node, visit)
  }
  visit(code(path, source))
  return found
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  const named = importClause.namedBindings
  const allTypes =
    named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly)
  const isType = importClause.phaseModifier === ts.SyntaxKind.TypeKeyword
  return isType || (!importClause.name && Boolean(allTypes))
}

/** `import(…)`, or Vite's `import.meta.glob(…)`. */
function isLoader({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isPropertyAccessExpression(expression) && expression.name.text === 'glob')
  )
}

function resolved(path: string, specifier: string): string {
  const [name = ''] = specifier.split('?')
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
}

/** The first circle of imports, types counted, as the files that it goes through; none if there is none. */
export function importCircle(files: readonly SourceFile[]): string[] | undefined {
  const targets = new Map(
    files.map(([path, source]) => [path, importsIn(path, source).map(({ target }) => target)]),
  )
  const finished = new Set<string>()
  const search = (path: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path]
    if (finished.has(path)) return undefined
    for (const target of targets.get(path) ?? []) {
      const circle = search(target, [...above, path])
      if (circle) return circle
    }
    finished.add(path)
    return undefined
  }
  for (const path of targets.keys()) {
    const circle = search(path, [])
    if (circle) return circle
  }
  return undefined
}

/**
 * What each folder of `src` may import besides itself: other folders, folders of content, and packages.
 * A folder that is not listed is built by Node and may import anything.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  client: [],
  diagnosis: ['src/core/'],
  experiment: ['src/core/', 'src/experiments/', 'content/data/'],
  experiments: ['src/core/', 'src/diagnosis/', 'src/experiment/'],
  charts: ['uplot', 'preact', 'd3-array', 'd3-scale'],
  // Of the core a widget may run what draws a curve that no experiment has to compute.
  widgets: [
    'src/core/activations/',
    'src/core/theory/',
    'src/diagnosis/',
    'src/experiment/',
    'src/experiments/',
    'src/charts/',
    'src/i18n/',
    'src/player/',
    'preact',
  ],
  player: ['src/experiment/', 'src/charts/', 'src/widgets/', 'src/i18n/', 'preact'],
}

function mayImport(path: string, { target, typeOnly }: Import): boolean {
  if (target === 'src/experiment/workers/worker.ts') return false
  const folder = path.match(/^src\/([^/]+)\//)?.[1] ?? ''
  const others = allowed[folder]
  if (!others || path.endsWith('.astro')) return true
  const own = widgetOf(path)
  if (own && widgetOf(target)) return widgetOf(target) === own
  // Type imports are erased at compile time.
  if (typeOnly && /^(src\/core\/|content\/en\/)/.test(target) && folder !== 'charts') return true
  return [`src/${folder}/`, ...others].some((prefix) =>
    prefix.endsWith('/') ? target.startsWith(prefix) : isPackage(target, prefix),
  )
}

const isPackage = (target: string, name: string): boolean =>
  target === name || target.startsWith(`${name}/`)

/** The widget that a file belongs to; what all widgets share belongs to none. */
const widgetOf = (path: string): string | undefined => {
  const [, id] = path.match(/^src\/widgets\/([^/]+)\//) ?? []
  return id === 'shared' ? undefined : id
}
