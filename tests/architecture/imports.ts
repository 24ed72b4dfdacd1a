/** Who may import whom: the import rules of the design, as checks on one file's source. */
import { posix } from 'node:path'
import ts from 'typescript'
import { code } from './source.ts'

interface Import {
  /** `src/core/math.ts` for a file of the project, the bare name for a package. */
  readonly target: string
  readonly typeOnly: boolean
}

/** What is wrong with a file's imports, in words; empty if nothing. */
export function importFaults(path: string, source: string): string[] {
  const imports = importsIn(path, source)
  const faults = imports
    .filter((one) => !mayImport(path, one))
    .map(({ target }) => `imports ${target}`)
  return faults.map((fault) => `${path} ${fault}`)
}

export function importsIn(path: string, source: string): Import[] {
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

function mayImport(path: string, { target, typeOnly }: Import): boolean {
  const under = (...folders: string[]) => folders.some((folder) => target.startsWith(folder))
  const isPackage = (...names: string[]) =>
    names.some((name) => target === name || target.startsWith(`${name}/`))

  if (target === 'src/experiments/runner/worker.ts') return false
  if (path.startsWith('src/core/')) return under('src/core/')
  if (path.startsWith('src/experiments/'))
    return under('src/core/', 'src/experiments/') || isException(path, target)
  if (path.startsWith('src/charts/'))
    return under('src/charts/') || isPackage('uplot', 'preact') || /^d3-[a-z]+$/.test(target)
  if (path.startsWith('src/widgets/')) {
    if (under('src/widgets/')) return widgetOf(target) === widgetOf(path) || under(...shared)
    if (under('src/core/')) return typeOnly || under(...staticCurves)
    // Only the names of the words: the words themselves come with the page, in its language.
    if (target === 'content/en/strings.json') return typeOnly
    return (
      under('src/experiments/', 'src/charts/', 'src/i18n/') ||
      isPackage('preact') ||
      isShells(path, target) ||
      isException(path, target)
    )
  }
  return true
}

/**
 * One file fetches the packed digits when a run asks for them; the command line is a program of Node,
 * and so is what keeps the runs of figures between builds.
 */
function isException(path: string, target: string): boolean {
  if (path === 'src/experiments/data.ts') return target.startsWith('content/data/')
  if (path === 'src/widgets/lab/run-cache.ts') return target.startsWith('node:')
  if (path !== 'src/experiments/cli.ts') return false
  return target.startsWith('node:') || target === 'content/en/strings.json'
}

const widgetOf = (path: string): string | undefined => path.split('/')[2]

/** What all widgets share. */
const shared = ['src/widgets/controls/', 'src/widgets/lab/']

/** What of the core a widget may run itself, to draw a curve that no experiment has to compute. */
const staticCurves = ['src/core/activations/', 'src/core/theory/']

/** A widget's .astro shell runs at build time and may read the figures and the content. */
function isShells(path: string, target: string): boolean {
  const isShell = path.endsWith('.astro') || path.startsWith('src/widgets/lab/')
  return isShell && /^(astro:|content\/.*figures|src\/components\/)/.test(target)
}
