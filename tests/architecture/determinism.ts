/**
 * Bit-exact results in every engine: what `core` and `experiments` must not use, because engines differ
 * (transcendental functions) or because results would depend on time or environment.
 */
import ts from 'typescript'
import { code, place } from './source.ts'

/** Exactly specified by ECMAScript, so equal in every engine. */
const exact = new Set(
  'E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(
    ' ',
  ),
)
const surroundings = new Set(
  'Date performance setTimeout setInterval setImmediate requestAnimationFrame globalThis self window document navigator localStorage fetch crypto process'.split(
    ' ',
  ),
)

export function inexactMaths(path: string, source: string): string[] {
  return faults(path, source, (node) => {
    if (ts.isBinaryExpression(node) && isPower(node.operatorToken.kind)) return '**'
    if (!isReference(node) || node.text !== 'Math') return undefined
    const use = node.parent
    // An alias of Math would hide which functions are used.
    if (!ts.isPropertyAccessExpression(use)) return 'Math other than as Math.name'
    return exact.has(use.name.text) ? undefined : `Math.${use.name.text}`
  })
}

export function clocksAndPages(path: string, source: string): string[] {
  return faults(path, source, (node) =>
    isReference(node) && surroundings.has(node.text) ? node.text : undefined,
  )
}

/** Uses of the locale, whose results depend on the machine's language and on its locale data. */
export function locales(path: string, source: string): string[] {
  return faults(path, source, (node) => {
    if (isReference(node) && node.text === 'Intl') return 'Intl'
    if (!ts.isPropertyAccessExpression(node)) return undefined
    return /^(toLocale|localeCompare$)/.test(node.name.text) ? node.name.text : undefined
  })
}

export function workers(path: string, source: string): string[] {
  return faults(path, source, (node) =>
    ts.isNewExpression(node) && /(^|\.)(Shared)?Worker$/.test(node.expression.getText())
      ? 'new Worker'
      : undefined,
  )
}

function faults(
  path: string,
  source: string,
  fault: (node: ts.Node) => string | undefined,
): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const what = fault(node)
    if (what) found.push(`${place(node)} uses ${what}`)
    ts.forEachChild(node, visit)
  }
  visit(code(path, source))
  return found
}

const isPower = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken

/** Whether an identifier refers to a global value, and is not a property, a key or a type. */
function isReference(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node
  if (ts.isPropertyAssignment(parent)) return parent.name !== node
  const isName =
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isTypeReferenceNode(parent)
  return !isName
}
