/** What a link to a page is shown with elsewhere: its title beside a chart of its own, as SVG. */
import type { JSX } from 'preact'
import { wrap } from '../../charts/layout/text.ts'
import type { Chart } from '../../charts/model/chart.ts'
import { StaticChart } from '../../charts/svg/StaticChart.tsx'

export interface CardProps {
  readonly kicker: string
  readonly title: string
  /** Beside the site's mark: its name, where that is not the title. */
  readonly foot: string
  readonly chart: Chart
}

/** As large as the places that show cards ask for. */
export const cardSize = { width: 1200, height: 630 }

const edge = 64
/** A chart's narrow shape, so that it can be read when the card is as small as a stamp. */
const picture = { x: 574, y: 56, width: 588, height: 518 }
const room = picture.x - edge - 20
const titleSize = 56
const titleLine = 62
/** A bold serif beside the sans that text.ts knows. */
const serif = 0.87

export function Card({ kicker, title, foot, chart }: CardProps): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="card"
      {...cardSize}
      role="img"
      aria-label={title}
    >
      <rect class="card-paper" width="100%" height="100%" />
      <text class="card-kicker" x={edge} y={108} font-size={26}>
        {kicker}
      </text>
      {balanced(title).map((row, i) => (
        <text key={row} class="card-title" x={edge} y={182 + i * titleLine} font-size={titleSize}>
          {row}
        </text>
      ))}
      <g class="card-mark" transform={`translate(${edge} 532) scale(1.25)`}>
        <path d="M2 5h6v22H2zM10 12h6v15h-6zM18 18h6v9h-6zM26 23h4v4h-4z" />
      </g>
      <text class="card-foot" x={edge + 54} y={565} font-size={28}>
        {foot}
      </text>
      <svg {...picture} role="img" aria-label={chart.title}>
        <StaticChart chart={chart} shape="narrow" />
      </svg>
    </svg>
  )
}

/** In as few rows as will do, and those as even as they can be. */
function balanced(title: string): string[] {
  const rows = (width: number) => wrap(title, titleSize * serif, width)
  const few = rows(room).length
  let width = room
  while (width > 0 && rows(width - 4).length === few) width -= 4
  return rows(width)
}
