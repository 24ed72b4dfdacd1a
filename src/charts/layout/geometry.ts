/**
 * From a series' values to points in chart units (y downward). The `Projection` is d3-scale's in the
 * static chart and uPlot's in the live one.
 */
import type { Band, Bars, Line, Marker, Plot } from '../model/chart.ts'
import type { Box } from './frame.ts'
import { type Layout, spacing } from './layout.ts'

export interface Projection {
  x(value: number): number
  y(value: number): number
}

export type Point = readonly [x: number, y: number]
/** A vertical slice of a band. */
export type Span = readonly [x: number, low: number, high: number]
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Series = Plot['series'][number]

/** uPlot rounds the plot to half a screen pixel: a point on the edge must count as inside. */
const edgeTolerance = 1

/** Bands below bars, bars below lines. */
export function inDrawingOrder(series: readonly Series[]): Series[] {
  const order = { band: 0, bars: 1, line: 2 }
  return [...series].sort((a, b) => order[a.kind] - order[b.kind])
}

/** One entry per value; `undefined` where there is nothing to draw. */
export function points(
  line: Line,
  chart: Plot,
  { plot }: Layout,
  at: Projection,
): (Point | undefined)[] {
  return line.x.map((x, i) => {
    const y = line.y[i]
    if (!drawable(x, chart.x.scale) || !drawable(y, chart.y.scale)) return undefined
    const point = [at.x(x), at.y(y)] as const
    const inside = point[0] >= plot.left - edgeTolerance && point[0] <= plot.right + edgeTolerance
    return inside && Number.isFinite(point[1]) ? point : undefined
  })
}

export function drawable(
  value: number | null | undefined,
  scale: 'linear' | 'log',
): value is number {
  return typeof value === 'number' && Number.isFinite(value) && (scale === 'linear' || value > 0)
}

export type PointsOf = (line: Line) => (Point | undefined)[]

/** The unbroken parts of a line, clipped to the plot. A point with gaps on both sides is a polyline of one point. */
export function polylines(all: readonly (Point | undefined)[], plot: Box): Point[][] {
  const out: Point[][] = []
  all.forEach((point, i) => {
    if (!point) return
    const before = all[i - 1]
    if (!before) {
      if (!all[i + 1] && isWithinHeight(point, plot)) out.push([point])
      return
    }
    const segment = clip(before, point, plot)
    if (!segment) return
    const polyline = out.at(-1)
    if (polyline?.at(-1) === segment[0]) polyline.push(segment[1])
    else out.push([...segment])
  })
  return out
}

function isWithinHeight([, y]: Point, { top, bottom }: Box): boolean {
  return y >= top - edgeTolerance && y <= bottom + edgeTolerance
}

/** Clips a segment to the plot's height; an end that is not clipped stays the same object. */
function clip(a: Point, b: Point, plot: Box): [Point, Point] | undefined {
  if (isWithinHeight(a, plot) && isWithinHeight(b, plot)) return [a, b]
  if (Math.max(a[1], b[1]) < plot.top || Math.min(a[1], b[1]) > plot.bottom) return undefined
  const at = (y: number): Point => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y]
  const end = (p: Point): Point =>
    isWithinHeight(p, plot) ? p : at(p[1] < plot.top ? plot.top : plot.bottom)
  return [end(a), end(b)]
}

const maxMarkers = 30

/**
 * The points that carry a marker. Long lines are thinned by a power of two, so that markers keep their
 * places while a run grows. Isolated points always have one, or they would be invisible; scatter plots
 * (`dash: 'none'`) are not thinned.
 */
export function markerPoints(line: Line, all: readonly (Point | undefined)[], plot: Box): Point[] {
  const shown = all.flatMap((point, i) => {
    const lone = !all[i - 1] && !all[i + 1]
    return point && isWithinHeight(point, plot) && (line.marker !== 'none' || lone) ? [point] : []
  })
  if (line.dash === 'none') return shown
  let step = 1
  while (shown.length / step > maxMarkers) step *= 2
  return shown.filter((_, i) => i % step === 0)
}

const markerRadii: Record<Marker, number> = {
  circle: 3.6,
  square: 3.1,
  triangle: 4.2,
  diamond: 4.4,
  none: 1.8,
}

export const handleRadius = 7

/** The position of the handle, if it is inside the plot. */
export function handlePoint(
  { handle, x, y }: Plot,
  { plot }: Layout,
  at: Projection,
): Point | undefined {
  if (!handle || !drawable(handle.x, x.scale) || !drawable(handle.y, y.scale)) return undefined
  const place: Point = [at.x(handle.x), at.y(handle.y)]
  const inside = place[0] >= plot.left - edgeTolerance && place[0] <= plot.right + edgeTolerance
  return inside && isWithinHeight(place, plot) ? place : undefined
}

/** The x value at a fraction of the chart's width, clamped to the plot. */
export function valueAcross(share: number, { x }: Plot, layout: Layout): number {
  const { left, right } = layout.plot
  const [low, high] = layout.x.domain
  const t = Math.min(1, Math.max(0, (share * layout.width - left) / (right - left)))
  return x.scale === 'log' ? low * (high / low) ** t : low + (high - low) * t
}

/** The corners of a marker in chart units; none for a circle. */
export function markerShape(marker: Marker, [x, y]: Point): { radius: number; corners: Point[] } {
  const r = markerRadii[marker]
  const corner = (dx: number, dy: number): Point => [x + dx * r, y + dy * r]
  if (marker === 'square') {
    return { radius: r, corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] }
  }
  if (marker === 'triangle') {
    return { radius: r, corners: [corner(0, -1.05), corner(1, 0.75), corner(-1, 0.75)] }
  }
  if (marker === 'diamond') {
    return { radius: r, corners: [corner(0, -1), corner(1, 0), corner(0, 1), corner(-1, 0)] }
  }
  return { radius: r, corners: [] }
}

/** The unbroken parts of a band, clamped to the plot. On a log axis a low end <= 0 is drawn at the axis' lower end. */
export function bandPieces(
  band: Band,
  chart: Plot,
  { plot, y: axis }: Layout,
  at: Projection,
): Span[][] {
  const out: Span[][] = []
  const inside = (y: number) => Math.min(plot.bottom, Math.max(plot.top, y))
  let open = false
  band.x.forEach((x, i) => {
    const high = band.high[i]
    const low = band.low[i]
    const px = at.x(x)
    const whole = low !== null && low !== undefined && !Number.isNaN(low)
    if (
      !whole ||
      !drawable(high, chart.y.scale) ||
      px < plot.left - edgeTolerance ||
      px > plot.right + edgeTolerance
    ) {
      open = false
      return
    }
    const lowEnd = drawable(low, chart.y.scale) ? low : axis.domain[0]
    const span = [px, inside(at.y(lowEnd)), inside(at.y(high))] as const
    if (open) out.at(-1)?.push(span)
    else out.push([span])
    open = true
  })
  return out
}

/** The bars of one series. Several series share the room at each x. */
export function barRects(
  bars: Bars,
  chart: Plot,
  { plot, y: axis }: Layout,
  at: Projection,
): Rect[] {
  const all = chart.series.filter((s) => s.kind === 'bars')
  const room = spacing(all.flatMap((s) => s.x))
  const [low, high] = axis.domain
  const baseline = chart.y.scale === 'log' ? 1 : 0
  const foot = at.y(low <= baseline && baseline <= high ? baseline : low)
  const inside = (y: number) => Math.min(plot.bottom, Math.max(plot.top, y))
  return bars.x.flatMap((x, i) => {
    const value = bars.y[i]
    if (!drawable(x, chart.x.scale) || !drawable(value, chart.y.scale)) return []
    const group = barGroup(x, room, chart, at)
    const width = group / all.length
    const left = at.x(x) - group / 2 + all.indexOf(bars) * width
    const end = inside(at.y(value))
    return [{ x: left, y: Math.min(end, foot), width: width * 0.92, height: Math.abs(end - foot) }]
  })
}

function barGroup(x: number, room: number, chart: Plot, at: Projection): number {
  const neighbour = chart.x.scale === 'log' ? at.x(x * 1.1) : at.x(x + room)
  return Math.min(64, Math.max(1, Math.abs(neighbour - at.x(x)) * 0.72))
}

/** Zones, clipped to the plot. */
export function zoneRects(
  chart: Plot,
  { plot }: Layout,
  at: Projection,
): (Rect & { label: string })[] {
  const end = (value: number, outside: number) => {
    if (!drawable(value, chart.x.scale)) return outside
    return Math.min(plot.right, Math.max(plot.left, at.x(value)))
  }
  return (chart.zones ?? []).flatMap(({ from, to, label }) => {
    const x = end(from, plot.left)
    const width = end(to, plot.right) - x
    return width > 0 ? [{ x, y: plot.top, width, height: plot.bottom - plot.top, label }] : []
  })
}

export function cursorX(chart: Plot, { plot }: Layout, at: Projection): number | undefined {
  const { cursor } = chart
  if (!drawable(cursor, chart.x.scale)) return undefined
  const x = at.x(cursor)
  return x >= plot.left - edgeTolerance && x <= plot.right + edgeTolerance ? x : undefined
}
