/**
 * A card with the style that it needs. The rasteriser knows no variables, so their values are put in:
 * the light ones of the site's own style sheets.
 */
import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import charts from '../../styles/charts.css?raw'
import tokens from '../../styles/tokens.css?raw'
import { Card, type CardProps } from './Card.tsx'
import { family } from './raster.ts'

const own = `
  .card { font-family: "${family}" }
  .card-paper { fill: var(--paper) }
  .card-kicker, .card-foot { fill: var(--soft) }
  .card-title { fill: var(--ink); font-weight: 600; letter-spacing: -0.015em }
  .card-mark { fill: var(--accent) }
  .chart-static { display: inline }
`

const style = withValues(`${unconditional(charts)}${own}`, valuesIn(unconditional(tokens + charts)))

export const cardSvg = (card: CardProps): string =>
  renderToStaticMarkup(h(Card, card)).replace('>', `><style>${style}</style>`)

function unconditional(css: string): string {
  const comments = /\/\*[\s\S]*?\*\//g
  const atRules = /@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g
  return css.replace(comments, '').replace(atRules, '')
}

/** The first value of each variable, which is the light one. */
function valuesIn(css: string): ReadonlyMap<string, string> {
  const values = new Map([['--sans', `"${family}"`]])
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    if (!values.has(name)) values.set(name, value.replace(/^light-dark\((.*),.*\)$/, '$1'))
  }
  return values
}

/** A tone is inherited: it becomes the colour that is inherited. */
function withValues(css: string, values: ReadonlyMap<string, string>): string {
  return css
    .replaceAll('--tone:', 'color:')
    .replaceAll('var(--tone)', 'currentColor')
    .replace(/var\((--[\w-]+)\)/g, (_, name) => values.get(name) ?? 'none')
}
