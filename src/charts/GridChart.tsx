/**
 * A grid as SVG: at build time, live in the page and for export alike, since a few paths are cheap to
 * draw anew. Colour stands in classes, so that the same picture serves light and dark.
 */
import type { JSX } from 'preact'
import type { Grid } from './chart.ts'
import { figures } from './format.ts'
import {
  cellPaths,
  cellTexts,
  markerOf,
  markerPath,
  pointPath,
  round,
  shade,
  toneOf,
  wordTexts,
} from './grid-cells.ts'
import { type GridLayout, gridLayout, hasKey } from './grid-layout.ts'
import type { Cell } from './grid-readout.ts'
import type { Shape } from './layout.ts'
import { toneClass } from './palette.ts'
import { textWidth } from './text.ts'

/** Finer than that of a line's markers: clouds of points crowd. */
const pointEdge = 0.8

interface Props {
  readonly chart: Grid
  readonly shape: Shape
  /** The cell that is read out. */
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
      {cellPaths(chart, page).map(({ tone, opacity, d }) => (
        <path class={`chart-fill ${toneClass(tone)}`} fill-opacity={round(opacity)} d={d} />
      ))}
      <path class="chart-foot" d={frame(page)} />
      {categories.map((category) => (
        <path
          key={category}
          class={`chart-mark ${toneClass(toneOf(category))}`}
          stroke-width={pointEdge}
          d={pointPath(chart.points?.filter((point) => point.category === category) ?? [], page)}
        />
      ))}
      {chart.ring && <path class="chart-cursor" stroke-width={2} d={ring(chart.ring, page)} />}
      {cell && <path class="chart-cursor" stroke-width={1.5} d={outline(cell, page)} />}
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
      <text x={round(page.edge)} y={size}>
        {chart.y.label}
      </text>
      <text
        x={round((plot.left + plot.right) / 2)}
        y={round(Math.min(height - 0.45 * size, plot.bottom + 2.8 * size))}
        text-anchor="middle"
      >
        {chart.x.label}
      </text>
      {hasKey(chart) && <Key chart={chart} page={page} isWide={shape === 'wide'} />}
    </svg>
  )
}

/** What the colours stand for: each category with its marker, or the two ends of the scale. */
function Key({ chart, page, isWide }: { chart: Grid; page: GridLayout; isWide: boolean }) {
  const { size } = page
  const y = round((isWide ? 1 : 2.5) * size)
  const left = page.edge + (isWide ? textWidth(chart.y.label, size) + 2 * size : 0)
  if (chart.colour !== 'categories') return <Scale chart={chart} x={left} y={y} size={size} />
  let x = left
  return (
    <g>
      {chart.categories?.map((name, category) => {
        const start = x
        x += textWidth(name, size) + 2.4 * size
        return (
          <g key={name} class={toneClass(toneOf(category))}>
            <path
              class="chart-mark"
              stroke-width={pointEdge}
              d={markerPath(markerOf(category), start + 0.5 * size, y - 0.35 * size)}
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

function Scale({ chart, x, y, size }: { chart: Grid; x: number; y: number; size: number }) {
  const [low, high] = chart.domain
  const start = x + textWidth(figures(low), size) + 0.5 * size
  const box = 1.1 * size
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1]
  return (
    <g>
      <text x={round(x)} y={y}>
        {figures(low)}
      </text>
      {shares.map((share, i) => {
        const { tone = 'two', opacity = 0 } = shade(chart, low + share * (high - low)) ?? {}
        const d = `M${round(start + i * box)},${round(y - 0.85 * size)}h${box}v${size}h${-box}z`
        return (
          <path
            key={i}
            class={`chart-fill ${toneClass(tone)}`}
            fill-opacity={round(opacity)}
            d={d}
          />
        )
      })}
      <text x={round(start + shares.length * box + 0.5 * size)} y={y}>
        {figures(high)}
      </text>
    </g>
  )
}

const frame = ({ plot: { left, top, right, bottom } }: GridLayout) =>
  `M${round(left)},${round(top)}H${round(right)}V${round(bottom)}H${round(left)}z`

const outline = ({ column, row }: Cell, { plot, cellWidth, cellHeight }: GridLayout) =>
  `M${round(plot.left + column * cellWidth)},${round(plot.top + row * cellHeight)}` +
  `h${round(cellWidth)}v${round(cellHeight)}h${-round(cellWidth)}z`

function ring([x, y]: readonly [number, number], at: GridLayout): string {
  return `M${round(at.x(x) - 9)},${round(at.y(y))}a9,9 0 1,0 18,0a9,9 0 1,0 -18,0z`
}
