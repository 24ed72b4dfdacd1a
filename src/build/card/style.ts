/**
 * Style sheets for a rasteriser, which knows no variables, no media and no dark theme: plain rules, with
 * the values of the light theme put in.
 */
import { list, parse, type Rule } from 'postcss'

export type Values = ReadonlyMap<string, string>

/** The variables of `:root` outside of at-rules, in their light value. */
export function rootValues(css: string): Values {
  const values = new Map<string, string>()
  for (const rule of plainRules(css)) {
    if (rule.selector !== ':root') continue
    rule.walkDecls(/^--/, ({ prop, value }) => void values.set(prop, light(value.trim())))
  }
  return values
}

/**
 * The rules outside of at-rules. A mark's tone is a variable that its parts inherit: it becomes the colour
 * that they inherit.
 */
export function plainStyle(css: string, values: Values): string {
  const rules = plainRules(css).map((rule) => {
    rule.walkDecls((declaration) => {
      if (declaration.prop === '--tone') declaration.prop = 'color'
      if (declaration.variable) declaration.remove()
      else declaration.value = resolved(declaration.value, values)
    })
    return rule
  })
  return rules
    .filter(({ nodes }) => nodes.length > 0)
    .map((rule) => rule.toString())
    .join('\n')
}

const plainRules = (css: string): Rule[] => parse(css).nodes.filter((node) => node.type === 'rule')

function light(value: string): string {
  const [, colours] = value.match(/^light-dark\((.*)\)$/s) ?? []
  return colours === undefined ? value : (list.comma(colours)[0] ?? value)
}

/** None of the variables is given with a fallback. */
const resolved = (value: string, values: Values): string =>
  value
    .replaceAll('var(--tone)', 'currentColor')
    .replace(/var\((--[\w-]+)\)/g, (_, name) => resolved(values.get(name) ?? 'none', values))
