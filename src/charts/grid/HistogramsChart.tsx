/** Histograms as SVG, for the build, the live page and export. */
import type { JSX } from 'preact'
import { frames, type Shape } from '../layout/frame.ts'
import { textWidth } from '../layout/text.ts'
import type { HistogramRow, Histograms } from '../model/chart.ts'
import { dashes, theoryWidth, toneClass } from '../model/palette.ts'
import { markerPath } from '../svg/path.ts'
import { round } from './cells.ts'
import {
  barsPath,
  type HistogramsLayout,
  histogramsLayout,
  relativeHeights,
  theoryPath,
} from './histograms.ts'

interface Props {
  readonly chart: Histograms
  readonly shape: Shape
}

export function HistogramsChart({ chart, shape }: Props): JSX.Element {
  const page = histogramsLayout(chart, shape)
  const { width, height, size } = frames[shape]
  const last = page.rows.at(-1)?.foot ?? 0
  return (
    <svg
      class={`chart-static chart-${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      font-size={size}
      role="img"
      aria-label={chart.title}
    >
      <text x={2} y={size}>
        {chart.label}
      </text>
      {chart.rows.some(({ predicted }) => predicted) && (
        <Theory label={chart.theory} right={width - 4} size={size} />
      )}
      {chart.rows.map((row, i) => (
        <Row key={row.id} row={row} chart={chart} page={page} index={i} size={size} />
      ))}
      {page.columns.map(
        (left, i) =>
          (i + 1) % page.labelStep === 0 && (
            <text
              key={i}
              x={round(left + page.cellWidth / 2)}
              y={round(last + 1.35 * size)}
              text-anchor="middle"
            >
              {i + 1}
            </text>
          ),
      )}
      <text x={width / 2} y={round(height - 0.45 * size)} text-anchor="middle">
        {chart.columnLabel}
      </text>
    </svg>
  )
}

interface RowProps {
  readonly row: HistogramRow
  readonly chart: Histograms
  readonly page: HistogramsLayout
  readonly index: number
  readonly size: number
}

function Row({ row, chart, page, index, size }: RowProps): JSX.Element {
  const { top, foot } = page.rows[index] as HistogramsLayout['rows'][number]
  const zero = -chart.domain[0] / (chart.domain[1] - chart.domain[0])
  const middles = page.columns
    .map((left) => `M${round(left + zero * page.cellWidth)},${round(top)}V${round(foot)}`)
    .join('')
  const feet = page.columns
    .map((left) => `M${round(left)},${round(foot)}h${round(page.cellWidth)}`)
    .join('')
  const cells = relativeHeights(row, chart.bins)
  return (
    <g class={toneClass(row.tone)}>
      <path class="chart-grid" d={middles} />
      <path
        class="chart-fill"
        fill-opacity={0.6}
        d={cells.map(({ shares }, i) => barsPath(shares, i, index, page)).join('')}
      />
      <path class="chart-foot" d={feet} />
      {row.predicted && (
        <g class={toneClass('theory')}>
          <path
            class="chart-line"
            stroke-width={theoryWidth}
            stroke-dasharray="4 3"
            d={cells.map(({ predicted }, i) => theoryPath(predicted, i, index, page)).join('')}
          />
        </g>
      )}
      <path
        class="chart-mark"
        stroke-width={0}
        d={markerPath(row.marker, [[8, top - 0.55 * size]])}
      />
      <text class="chart-name" x={18} y={round(top - 0.2 * size)}>
        {row.label}
      </text>
    </g>
  )
}

function Theory({ label, right, size }: { label: string; right: number; size: number }) {
  const left = right - textWidth(label, size)
  return (
    <g class={toneClass('theory')}>
      <path
        class="chart-line"
        stroke-width={theoryWidth}
        stroke-dasharray={dashes.dashed.join(' ')}
        d={`M${round(left - 28)},${round(0.65 * size)}h22`}
      />
      <text x={right} y={size} text-anchor="end">
        {label}
      </text>
    </g>
  )
}
