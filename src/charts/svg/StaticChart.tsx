/**
 * A chart as SVG, for the build and for export. Geometry is in attributes and colour in CSS classes, so
 * that one markup serves light and dark mode.
 */
import { scaleLinear, scaleLog } from 'd3-scale'
import type { JSX } from 'preact'
import { round as r } from '../grid/cells.ts'
import { GridChart } from '../grid/GridChart.tsx'
import { HistogramsChart } from '../grid/HistogramsChart.tsx'
import {
  type AxisText,
  axisTexts,
  baselineOffset,
  emptyText,
  exponentRise,
  zoneTexts,
} from '../layout/axis-text.ts'
import { type Shape, shapes } from '../layout/frame.ts'
import {
  bandPieces,
  barRects,
  cursorX,
  handlePoint,
  handleRadius,
  inDrawingOrder,
  markerPoints,
  type Point,
  type Projection,
  points,
  polylines,
  type Rect,
  type Span,
  zoneRects,
} from '../layout/geometry.ts'
import { placeLabels } from '../layout/labels.ts'
import { type Layout, layout } from '../layout/layout.ts'
import {
  type LineLabel,
  lineHeight,
  markerOffset,
  sampleWidth,
  textOffset,
} from '../layout/legend.ts'
import { simplify } from '../layout/simplify.ts'
import { exponentScale } from '../layout/ticks.ts'
import type { Band, Bars, Chart, Line, Marker, Plot } from '../model/chart.ts'
import {
  bandOpacity,
  dashes,
  faintOpacity,
  lineWidth,
  markerRim,
  toneClass,
} from '../model/palette.ts'
import { markerPath, polylinePath } from './path.ts'

interface Props {
  readonly chart: Chart
  readonly shape: Shape
}

interface FigureProps {
  readonly charts: readonly Chart[]
  /** Index of the chart; out of range renders nothing. */
  readonly at: number
}

/** One of a figure's charts in every shape it may need; the style sheet shows the one that fits. */
export function StaticCharts({ charts, at }: FigureProps): JSX.Element {
  const chart = charts[at]
  // Charts side by side are never wide.
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
  const lines = gridLines(l, at)
  const cursor = cursorX(chart, l, at)
  const handle = handlePoint(chart, l, at)
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
      {axisTexts(chart, l, at).map(text)}
      {zoneTexts(chart, zones, l, pointsOf).map(text)}
      {placeLabels(chart, l, pointsOf).map((name) => (
        <LabelText key={name.line.id} name={name} size={l.size} />
      ))}
      {emptyText(chart, l).map(text)}
    </svg>
  )
}

interface SeriesProps<S> {
  readonly series: S
  readonly chart: Plot
  readonly layout: Layout
  readonly at: Projection
}

function LinePath({ series, chart, layout, at }: SeriesProps<Line>): JSX.Element {
  const all = points(series, chart, layout, at)
  const d = polylines(all, layout.plot)
    .map((polyline) => polylinePath(simplify(polyline, simplifyTolerance)))
    .join('')
  return (
    <g class={toneClass(series.tone)} opacity={series.faint ? faintOpacity : undefined}>
      {d && series.dash !== 'none' && <path class="chart-line" d={d} {...stroke(series)} />}
      <Markers marker={series.marker} projectionOf={markerPoints(series, all, layout.plot)} />
    </g>
  )
}

function BandArea({ series, chart, layout, at }: SeriesProps<Band>): JSX.Element {
  const d = bandPieces(series, chart, layout, at)
    .map((piece) => `${polylinePath(bandOutline(piece))}z`)
    .join('')
  return <path class={`chart-fill ${toneClass(series.tone)}`} opacity={bandOpacity} d={d} />
}

function BarGroup({ series, chart, layout, at }: SeriesProps<Bars>): JSX.Element {
  return (
    <g class={`chart-fill ${toneClass(series.tone)}`}>
      {barRects(series, chart, layout, at).map((rect, i) => (
        <rect key={i} {...rounded(rect)} />
      ))}
    </g>
  )
}

function Markers({
  marker,
  projectionOf: places,
}: {
  marker: Marker
  projectionOf: readonly Point[]
}) {
  if (places.length === 0) return null
  const width = marker === 'none' ? 0 : markerRim
  return <path class="chart-mark" stroke-width={width} d={markerPath(marker, places)} />
}

/** A label with a sample of the line's dash and marker, so that colour is not the only cue. */
function LabelText({
  name: { line, text: renderAxisText, box },
  size,
}: {
  name: LineLabel
  size: number
}): JSX.Element {
  const y = box.top + (size * lineHeight) / 2
  const x = box.left
  return (
    <g class={toneClass(line.tone)}>
      {line.dash !== 'none' && (
        <path class="chart-line" d={`M${r(x)},${r(y)}h${sampleWidth}`} {...stroke(line)} />
      )}
      {line.marker !== 'none' && (
        <Markers marker={line.marker} projectionOf={[[x + markerOffset(line.dash), y]]} />
      )}
      <text class="chart-name" x={r(x + textOffset)} y={r(y + baselineOffset * size)}>
        {renderAxisText.length === 1
          ? renderAxisText[0]
          : renderAxisText.map((row, i) => (
              <tspan key={i} x={r(x + textOffset)} dy={i > 0 ? r(size * lineHeight) : undefined}>
                {row}
              </tspan>
            ))}
      </text>
    </g>
  )
}

function text({ kind, x, y, size, anchor, text, exponent }: AxisText, key: number): JSX.Element {
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

function places(chart: Plot, { plot, x, y }: Layout): Projection {
  const scale = ({ scale }: Plot['x']) => (scale === 'log' ? scaleLog() : scaleLinear())
  return {
    x: scale(chart.x).domain(x.domain).range([plot.left, plot.right]),
    y: scale(chart.y).domain(y.domain).range([plot.bottom, plot.top]),
  }
}

function gridLines({ plot, y }: Layout, at: Projection): string {
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

/** The outline of a band: along the upper edge, back along the lower. */
const bandOutline = (band: readonly Span[]): Point[] => [
  ...band.map(([x, , high]): Point => [x, high]),
  ...band.map(([x, low]): Point => [x, low]).reverse(),
]

/** In chart units: about a fifth of a screen pixel. */
const simplifyTolerance = 0.2
