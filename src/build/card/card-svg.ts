/** A card with the style that it needs, from the site's own style sheets. */
import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import charts from '../../styles/charts.css?raw'
import tokens from '../../styles/tokens.css?raw'
import { Card, type CardProps } from './Card.tsx'
import { family } from './raster.ts'
import { plainStyle, rootValues } from './style.ts'

const own = `
  .card { font-family: "${family}" }
  .card-paper { fill: var(--paper) }
  .card-kicker, .card-foot { fill: var(--soft) }
  .card-title { fill: var(--ink); font-weight: 600; letter-spacing: -0.015em }
  .card-mark { fill: var(--accent) }
  .chart-static { display: inline }
`

const values = new Map([...rootValues(tokens + charts), ['--sans', `"${family}"`]])
const style = plainStyle(charts + own, values)

export const cardSvg = (card: CardProps): string =>
  renderToStaticMarkup(h(Card, card)).replace('>', `><style>${style}</style>`)
