/** Texts of a plot other than line labels: ticks, axis labels, zone names. Shared by the static and the live chart. */
import type { Plot } from '../model/chart.ts'
import { drawable, type PointsOf, type Projection, type Rect, type Series } from './geometry.ts'
import type { Layout } from './layout.ts'
import { crossings, drawnPolylines, occupancyOf } from './occupancy.ts'
import { textWidth } from './text.ts'
import { tickWidth } from './ticks.ts'

export interface AxisText {
  readonly kind: 'tick' | 'axis' | 'zone-name' | 'empty'
  readonly text: string
  readonly exponent?: string | undefined
  /** Position of the baseline in chart units; `anchor` is the part of the text at `x`. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
}

/** From a text's centre down to its baseline, and from there up to an exponent's, in ems. */
export const baselineOffset = 0.35
export const exponentRise = 0.38

export function axisTexts(chart: Plot, layout: Layout, at: Projection): AxisText[] {
  const { plot, size, width } = layout
  const across = layout.x.ticks.map((tick): AxisText => {
    const half = tickWidth(tick, size) / 2
    const x = Math.min(at.x(tick.value), width - half)
    return { ...tick, kind: 'tick', x, y: plot.bottom + 1.35 * size, anchor: 'middle', size }
  })
  const up = layout.y.ticks.map((tick): AxisText => {
    const y = at.y(tick.value) + baselineOffset * size
    return { ...tick, kind: 'tick', x: plot.left - 0.7 * size, y, anchor: 'end', size }
  })
  return [...across, ...up, ...axisLabels(chart, layout)]
}

function axisLabels({ x, y }: Plot, { plot, size, width, height }: Layout): AxisText[] {
  const out: AxisText[] = []
  if (x.label) {
    const half = Math.min(width, textWidth(x.label, size)) / 2
    const middle = Math.max(half, Math.min(width - half, (plot.left + plot.right) / 2))
    const base = height - 0.45 * size
    out.push({ kind: 'axis', text: x.label, x: middle, y: base, anchor: 'middle', size })
  }
  if (y.label) out.push({ kind: 'axis', text: y.label, x: 2, y: size, anchor: 'start', size })
  return out
}

/** Heights to try for a zone's name, from its centre outwards, as fractions of its height. */
const zoneHeights = [0.5, 0.35, 0.65, 0.2, 0.8, 0.07, 0.93]

/**
 * Names of zones, at the height nearest to the centre that no line crosses. A name is omitted if there is
 * none, or if it would overlap the previous one.
 */
export function zoneTexts(
  chart: Plot,
  zones: readonly (Rect & { label: string })[],
  layout: Layout,
  pointsOf: PointsOf,
): AxisText[] {
  if (zones.length === 0) return []
  const { plot, size } = layout
  const lines = chart.series.filter((s) => s.kind === 'line')
  const occupancies = lines.map((line) =>
    occupancyOf(line, drawnPolylines(line, pointsOf, plot), plot),
  )
  const out: AxisText[] = []
  let free = plot.left
  for (const zone of zones) {
    const half = textWidth(zone.label, size) / 2
    const middle = zone.x + zone.width / 2
    const x = Math.max(plot.left + half, Math.min(plot.right - half, middle))
    if (!zone.label || x - half < free - 0.01) continue
    free = x + half + size / 2
    const crossingsAt = (height: number) => {
      const [top, bottom] = [height - 0.6 * size, height + 0.6 * size]
      const box = { left: x - half, right: x + half, top, bottom }
      return occupancies.reduce((sum, cover) => sum + crossings(cover, box, plot), 0)
    }
    const heights = zoneHeights.map((share) => plot.top + share * zone.height)
    const [clearest = plot.top] = heights.toSorted((a, b) => crossingsAt(a) - crossingsAt(b))
    if (crossingsAt(clearest) > 0) continue
    const y = clearest + baselineOffset * size
    out.push({ kind: 'zone-name', text: zone.label, x, y, anchor: 'middle', size })
  }
  return out
}

/** The chart's `empty` text, if no series has a drawable point. */
export function emptyText(chart: Plot, { plot, size }: Layout): AxisText[] {
  if (!chart.empty || chart.series.some((s) => hasPoint(s, chart))) return []
  const x = (plot.left + plot.right) / 2
  const y = (plot.top + plot.bottom) / 2
  return [{ kind: 'empty', text: chart.empty, x, y, anchor: 'middle', size }]
}

function hasPoint(series: Series, chart: Plot): boolean {
  const values = series.kind === 'band' ? series.high : series.y
  return values.some((v) => drawable(v, chart.y.scale))
}
