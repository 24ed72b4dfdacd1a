/**
 * A chart as SVG, drawn where there is no browser: at build time, and for export. Geometry stands in
 * attributes, colour in classes, so that the same picture serves light and dark.
 */
import { scaleLinear, scaleLog } from 'd3-scale'
import type { JSX } from 'preact'
import { round as r } from '../grid/cells.ts'
import { GridChart } from '../grid/GridChart.tsx'
import { HistogramsChart } from '../grid/HistogramsChart.tsx'
import {
  type Caption,
  captions,
  emptyCaption,
  exponentRise,
  toBaseline,
  zoneCaptions,
} from '../layout/axis-text.ts'
import { type Shape, shapes } from '../layout/frame.ts'
import {
  bandRuns,
  barRects,
  cursorPlace,
  handlePlace,
  handleRadius,
  inDrawingOrder,
  marked,
  type Places,
  type Point,
  points,
  type Rect,
  runs,
  type Span,
  zoneRects,
} from '../layout/geometry.ts'
import { names } from '../layout/labels.ts'
import { type Layout, layout } from '../layout/layout.ts'
import { lineHeight, type Name, samplePlace, sampleRoom, sampleWidth } from '../layout/legend.ts'
import { straightened } from '../layout/simplify.ts'
import { exponentScale } from '../layout/ticks.ts'
import type { Band, Bars, Chart, Line, Marker, Plot } from '../model/chart.ts'
import {
  bandOpacity,
  dashes,
  faintOpacity,
  lineWidth,
  markerEdge,
  toneClass,
} from '../model/palette.ts'
import { marks, through } from './path.ts'

interface Props {
  readonly chart: Chart
  readonly shape: Shape
}

interface FigureProps {
  readonly charts: readonly Chart[]
  /** Which of them, from 0; none where there are fewer. */
  readonly at: number
}

/** One of a figure's charts in each shape that its room may ask for: the style sheet shows the one that fits. */
export function StaticCharts({ charts, at }: FigureProps): JSX.Element {
  const chart = charts[at]
  // Charts that stand side by side are never wide.
  const needed = charts.length > 1 ? shapes.filter((shape) => shape !== 'wide') : shapes
  return (
    <>{chart && needed.map((shape) => <StaticChart key={shape} chart={chart} shape={shape} />)}</>
  )
}

export function StaticChart({ chart, shape }: Props): JSX.Element {
  if (chart.kind === 'grid') return <GridChart chart={chart} shape={shape} />
  if (chart.kind === 'histograms') return <HistogramsChart chart={chart} shape={shape} />
  return <PlotChart chart={chart} shape={shape} />
}

function PlotChart({ chart, shape }: { readonly chart: Plot; readonly shape: Shape }): JSX.Element {
  const l = layout(chart, shape)
  const at = places(chart, l)
  const { plot } = l
  const zones = zoneRects(chart, l, at)
  const pointsOf = (line: Line) => points(line, chart, l, at)
  const lines = grid(l, at)
  const cursor = cursorPlace(chart, l, at)
  const handle = handlePlace(chart, l, at)
  return (
    <svg
      class={`chart-static chart-${shape}`}
      viewBox={`0 0 ${l.width} ${l.height}`}
      font-size={l.size}
      role="img"
      aria-label={chart.title}
    >
      {zones.map((zone, i) => (
        <rect key={i} class="chart-zone" {...rounded(zone)} />
      ))}
      {lines && <path class="chart-grid" d={lines} />}
      {inDrawingOrder(chart.series).map((series) => {
        const props = { chart, layout: l, at }
        if (series.kind === 'band') return <BandArea key={series.id} series={series} {...props} />
        if (series.kind === 'bars') return <BarGroup key={series.id} series={series} {...props} />
        return <LinePath key={series.id} series={series} {...props} />
      })}
      <path class="chart-foot" d={`M${r(plot.left)},${r(plot.bottom)}H${r(plot.right)}`} />
      {cursor !== undefined && (
        <path class="chart-cursor" d={`M${r(cursor)},${r(plot.top)}V${r(plot.bottom)}`} />
      )}
      {chart.handle && handle && (
        <circle
          class={`chart-handle ${toneClass(chart.handle.tone)}`}
          cx={r(handle[0])}
          cy={r(handle[1])}
          r={handleRadius}
        />
      )}
      {captions(chart, l, at).map(text)}
      {zoneCaptions(chart, zones, l, pointsOf).map(text)}
      {names(chart, l, pointsOf).map((name) => (
        <NameText key={name.line.id} name={name} size={l.size} />
      ))}
      {emptyCaption(chart, l).map(text)}
    </svg>
  )
}

interface Drawn<S> {
  readonly series: S
  readonly chart: Plot
  readonly layout: Layout
  readonly at: Places
}

function LinePath({ series, chart, layout, at }: Drawn<Line>): JSX.Element {
  const all = points(series, chart, layout, at)
  const d = runs(all, layout.plot)
    .map((run) => through(straightened(run, unseen)))
    .join('')
  return (
    <g class={toneClass(series.tone)} opacity={series.faint ? faintOpacity : undefined}>
      {d && series.dash !== 'none' && <path class="chart-line" d={d} {...stroke(series)} />}
      <Marks marker={series.marker} places={marked(series, all, layout.plot)} />
    </g>
  )
}

function BandArea({ series, chart, layout, at }: Drawn<Band>): JSX.Element {
  const d = bandRuns(series, chart, layout, at)
    .map((run) => `${through(around(run))}z`)
    .join('')
  return <path class={`chart-fill ${toneClass(series.tone)}`} opacity={bandOpacity} d={d} />
}

function BarGroup({ series, chart, layout, at }: Drawn<Bars>): JSX.Element {
  return (
    <g class={`chart-fill ${toneClass(series.tone)}`}>
      {barRects(series, chart, layout, at).map((rect, i) => (
        <rect key={i} {...rounded(rect)} />
      ))}
    </g>
  )
}

function Marks({ marker, places }: { marker: Marker; places: readonly Point[] }) {
  if (places.length === 0) return null
  const width = marker === 'none' ? 0 : markerEdge
  return <path class="chart-mark" stroke-width={width} d={marks(marker, places)} />
}

/** A line's name behind a sample of its dash and marker, so that it is known without its colour. */
function NameText({ name: { line, text, box }, size }: { name: Name; size: number }): JSX.Element {
  const y = box.top + (size * lineHeight) / 2
  const x = box.left
  return (
    <g class={toneClass(line.tone)}>
      {line.dash !== 'none' && (
        <path class="chart-line" d={`M${r(x)},${r(y)}h${sampleWidth}`} {...stroke(line)} />
      )}
      {line.marker !== 'none' && (
        <Marks marker={line.marker} places={[[x + samplePlace(line.dash), y]]} />
      )}
      <text class="chart-name" x={r(x + sampleRoom)} y={r(y + toBaseline * size)}>
        {text.length === 1
          ? text[0]
          : text.map((row, i) => (
              <tspan key={i} x={r(x + sampleRoom)} dy={i > 0 ? r(size * lineHeight) : undefined}>
                {row}
              </tspan>
            ))}
      </text>
    </g>
  )
}

function text({ kind, x, y, size, anchor, text, exponent }: Caption, key: number): JSX.Element {
  return (
    <text key={key} class={`chart-${kind}`} x={r(x)} y={r(y)} font-size={size} text-anchor={anchor}>
      {text}
      {exponent !== undefined && (
        <tspan dy={r(-exponentRise * size)} font-size={r(size * exponentScale)}>
          {exponent}
        </tspan>
      )}
    </text>
  )
}

function places(chart: Plot, { plot, x, y }: Layout): Places {
  const scale = ({ scale }: Plot['x']) => (scale === 'log' ? scaleLog() : scaleLinear())
  return {
    x: scale(chart.x).domain(x.domain).range([plot.left, plot.right]),
    y: scale(chart.y).domain(y.domain).range([plot.bottom, plot.top]),
  }
}

function grid({ plot, y }: Layout, at: Places): string {
  return y.ticks.map((tick) => `M${r(plot.left)},${r(at.y(tick.value))}H${r(plot.right)}`).join('')
}

function stroke({ tone, dash }: Line) {
  const pattern = dashes[dash]
  return {
    'stroke-width': lineWidth(tone),
    'stroke-dasharray': pattern.length > 0 ? pattern.join(' ') : undefined,
  }
}

function rounded({ x, y, width, height }: Rect) {
  return { x: r(x), y: r(y), width: r(width), height: r(height) }
}

/** There along the upper edge, back along the lower. */
const around = (band: readonly Span[]): Point[] => [
  ...band.map(([x, , high]): Point => [x, high]),
  ...band.map(([x, low]): Point => [x, low]).reverse(),
]

/** By how much a line may pass a point by: a fifth of a screen's. */
const unseen = 0.2
