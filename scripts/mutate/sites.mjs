/** Where a file can be changed by a small mistake, and how. */
import ts from 'typescript'

const { SyntaxKind: Kind } = ts

/** Each operator and what is written in its place. */
const operators = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '+=': '-=',
  '-=': '+=',
}

const methods = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
}

/**
 * All mutants of a source text: `{ start, end, text, was }`, in the order of the file. None lies in an
 * import, a type, a call of the console, or what is thrown.
 */
export function sitesOf(path, source) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind)
  const sites = []
  const add = (node, text) => {
    const [start, end] = [node.getStart(file), node.getEnd()]
    sites.push({ start, end, text, was: source.slice(start, end) })
  }
  const visit = (node) => {
    if (isLeftAlone(node)) return
    mutate(node, file, add)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return sites.sort((a, b) => a.start - b.start || a.end - b.end)
}

function isLeftAlone(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return true
  if (ts.isTypeAliasDeclaration(node) || ts.isThrowStatement(node)) return true
  if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText())
  const call = ts.isExpressionStatement(node) ? node.expression : node
  return ts.isCallExpression(call) && call.expression.getText().startsWith('console.')
}

function mutate(node, file, add) {
  if (ts.isBinaryExpression(node)) {
    const other = operators[node.operatorToken.getText(file)]
    const isText = [node.left, node.right].some(
      (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
    )
    if (other && !(isText && other === '-')) add(node.operatorToken, other)
  } else if (ts.isNumericLiteral(node)) add(node, String(Number(node.text.replace(/_/g, '')) + 1))
  else if (node.kind === Kind.TrueKeyword) add(node, 'false')
  else if (node.kind === Kind.FalseKeyword) add(node, 'true')
  else if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken)
    add(node, node.operand.getText(file))
  else if (ts.isConditionalExpression(node)) {
    const [yes, no] = [node.whenTrue.getText(file), node.whenFalse.getText(file)]
    add(node, `${node.condition.getText(file)} ? ${no} : ${yes}`)
  } else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(methods, node.name.text)) {
    if (ts.isCallExpression(node.parent)) add(node.name, methods[node.name.text])
  } else if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) {
    if (node.expression.getText(file).startsWith('super(')) return
    add(node, ';')
  }
}
