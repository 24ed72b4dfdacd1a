/**
 * A grid as SVG, for the build, the live page and export: a few paths are cheap to redraw. Colours are
 * CSS classes, so that one markup serves light and dark mode.
 */
import type { JSX } from 'preact'
import type { Shape } from '../layout/frame.ts'
import type { Point } from '../layout/geometry.ts'
import { sampleWidth } from '../layout/legend.ts'
import { textWidth } from '../layout/text.ts'
import type { Grid, GridLine } from '../model/chart.ts'
import { figures } from '../model/format.ts'
import { dashes, lineWidth, toneClass } from '../model/palette.ts'
import { markerPath } from '../svg/path.ts'
import {
  categoryMarker,
  categoryTone,
  cellPaths,
  cellTexts,
  linePath,
  round,
  shade,
  wordTexts,
} from './cells.ts'
import { type GridLayout, gridLayout, hasLegend } from './layout.ts'
import type { Cell } from './readout.ts'

/** Thinner than the rim of a line's markers, because points may lie close together. */
const pointRim = 0.8

interface Props {
  readonly chart: Grid
  readonly shape: Shape
  /** The highlighted cell. */
  readonly cell?: Cell | undefined
}

export function GridChart({ chart, shape, cell }: Props): JSX.Element {
  const page = gridLayout(chart, shape)
  const { plot, size, width, height } = page
  const cells = cellTexts(chart, page)
  const words = wordTexts(chart, page)
  const categories = [...new Set(chart.points?.map(({ category }) => category))].sort()
  return (
    <svg
      class={`chart-static chart-${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      font-size={size}
      role="img"
      aria-label={chart.title}
    >
      <g transform={`matrix(${page.cellWidth} 0 0 ${page.cellHeight} ${plot.left} ${plot.top})`}>
        {cellPaths(chart).map(({ tone, opacity, d }) => (
          <path
            class={`chart-fill ${toneClass(tone)}`}
            fill-opacity={roundOpacity(opacity)}
            d={d}
          />
        ))}
      </g>
      <path class="chart-foot" d={framePath(page)} />
      {categories.map((category) => (
        <path
          key={category}
          class={`chart-mark ${toneClass(categoryTone(category))}`}
          stroke-width={pointRim}
          d={markerPath(categoryMarker(category), pointsOf(chart, category, page))}
        />
      ))}
      {chart.lines?.map((line, i) => (
        <path key={i} d={linePath(line, page)} {...strokeOf(line)} />
      ))}
      {chart.ring && <path class="chart-cursor" stroke-width={2} d={ringPath(chart.ring, page)} />}
      {cell && <path class="chart-cursor" stroke-width={1.5} d={cellOutline(cell, page)} />}
      {cells.texts.map(({ text, x, y }, i) => (
        <text key={i} class="chart-cell" x={x} y={y} font-size={cells.size} text-anchor="middle">
          {text}
        </text>
      ))}
      {words.texts.map(({ text, x, y }) => (
        <text
          key={`${x} ${y}`}
          class="chart-word"
          x={x}
          y={y}
          font-size={words.size}
          text-anchor="middle"
        >
          {text}
        </text>
      ))}
      {page.columns.map(({ text, at }) => (
        <text key={text} x={round(at)} y={round(plot.bottom + 1.35 * size)} text-anchor="middle">
          {text}
        </text>
      ))}
      {page.rows.map(({ text, at }) => (
        <text
          key={text}
          x={round(plot.left - 0.7 * size)}
          y={round(at + 0.35 * size)}
          text-anchor="end"
        >
          {text}
        </text>
      ))}
      <text x={round(page.labelLeft)} y={size}>
        {chart.y.label}
      </text>
      <text
        x={round((plot.left + plot.right) / 2)}
        y={round(Math.min(height - 0.45 * size, plot.bottom + 2.8 * size))}
        text-anchor="middle"
      >
        {chart.x.label}
      </text>
      {hasLegend(chart) && <Legend chart={chart} page={page} isWide={shape === 'wide'} />}
    </svg>
  )
}

/** Each category with its marker, or the colour scale with its two ends. */
function Legend({ chart, page, isWide }: { chart: Grid; page: GridLayout; isWide: boolean }) {
  const { size } = page
  const y = round((isWide ? 1 : 2.5) * size)
  const left = page.labelLeft + (isWide ? textWidth(chart.y.label, size) + 2 * size : 0)
  if (chart.colour !== 'categories') {
    const lines = chart.lines?.filter(({ label }) => label !== '') ?? []
    if (chart.values.length === 0) return <LineLegend lines={lines} x={left} y={y} size={size} />
    const end = left + scaleWidth(chart, size)
    const beside = page.labelLeft + textWidth(chart.y.label, size)
    return (
      <g>
        <ColourScale chart={chart} x={left} y={y} size={size} />
        <LineLegend
          lines={lines}
          x={(isWide ? end : beside) + 1.6 * size}
          y={isWide ? y : size}
          size={size}
        />
      </g>
    )
  }
  let x = left
  return (
    <g>
      {chart.categories?.map((name, category) => {
        const start = x
        x += textWidth(name, size) + 2.4 * size
        return (
          <g key={name} class={toneClass(categoryTone(category))}>
            <path
              class="chart-mark"
              stroke-width={pointRim}
              d={markerPath(categoryMarker(category), [[start + 0.5 * size, y - 0.35 * size]])}
            />
            <text x={round(start + 1.2 * size)} y={y}>
              {name}
            </text>
          </g>
        )
      })}
    </g>
  )
}

const pointsOf = ({ points = [] }: Grid, category: number, at: Pick<GridLayout, 'x' | 'y'>) =>
  points.filter((point) => point.category === category).map(({ x, y }): Point => [at.x(x), at.y(y)])
const roundOpacity = (opacity: number) => Math.round(opacity * 100) / 100
const shares = [0, 0.2, 0.4, 0.6, 0.8, 1]
const scaleEnds = ({ ends, domain: [low, high] }: Grid) => ends ?? [figures(low), figures(high)]
const scaleWidth = (chart: Grid, size: number) =>
  scaleEnds(chart).reduce(
    (sum, end) => sum + textWidth(end, size),
    (1 + 1.1 * shares.length) * size,
  )

function ColourScale({ chart, x, y, size }: { chart: Grid; x: number; y: number; size: number }) {
  const [lowest, highest] = scaleEnds(chart)
  const start = x + textWidth(lowest, size) + 0.5 * size
  const box = 1.1 * size
  const end = start + shares.length * box + 0.5 * size
  return (
    <g>
      <text x={round(start - 0.5 * size)} y={y} text-anchor="end">
        {lowest}
      </text>
      {shares.map((share, i) => {
        const { tone = 'two', opacity = 0 } = shade(chart, valueAt(chart, share)) ?? {}
        const d = `M${round(start + i * box)},${round(y - 0.85 * size)}h${box}v${size}h${-box}z`
        return (
          <path
            key={i}
            class={`chart-fill ${toneClass(tone)}`}
            fill-opacity={roundOpacity(opacity)}
            d={d}
          />
        )
      })}
      <text x={round(end)} y={y}>
        {highest}
      </text>
    </g>
  )
}

/** A sample of each line with its label. */
function LineLegend(props: { lines: readonly GridLine[]; x: number; y: number; size: number }) {
  const { lines, y, size } = props
  let { x } = props
  return (
    <>
      {lines.map((line) => {
        const start = x
        x += sampleWidth + 0.5 * size + textWidth(line.label, size) + 1.2 * size
        return (
          <g key={line.label}>
            <path
              d={`M${round(start)},${round(y - 0.35 * size)}h${sampleWidth}`}
              {...strokeOf(line)}
            />
            <text x={round(start + sampleWidth + 0.5 * size)} y={y}>
              {line.label}
            </text>
          </g>
        )
      })}
    </>
  )
}

const strokeOf = ({ tone, dash }: GridLine) => ({
  class: `chart-line ${toneClass(tone)}`,
  'stroke-width': lineWidth(tone),
  'stroke-dasharray': dashes[dash].join(' ') || undefined,
})

/** The value at a fraction of the colour scale. */
function valueAt({ domain: [low, high], scale }: Grid, share: number): number {
  return scale === 'log' ? low * (high / low) ** share : low + share * (high - low)
}

const framePath = ({ plot: { left, top, right, bottom } }: GridLayout) =>
  `M${round(left)},${round(top)}H${round(right)}V${round(bottom)}H${round(left)}z`

const cellOutline = ({ column, row }: Cell, { plot, cellWidth, cellHeight }: GridLayout) =>
  `M${round(plot.left + column * cellWidth)},${round(plot.top + row * cellHeight)}` +
  `h${round(cellWidth)}v${round(cellHeight)}h${-round(cellWidth)}z`

function ringPath([x, y]: readonly [number, number], at: GridLayout): string {
  return `M${round(at.x(x) - 9)},${round(at.y(y))}a9,9 0 1,0 18,0a9,9 0 1,0 -18,0z`
}
