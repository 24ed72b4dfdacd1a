/**
 * The layout of a plot in chart units. The static and the live chart share it, so that nothing moves when
 * one replaces the other.
 */
import type { Axis, Plot } from '../model/chart.ts'
import { type Box, type Frame, frames, type Shape } from './frame.ts'
import { type LineLabel, labelledLines, layoutLegend, textOffset } from './legend.ts'
import { boldFactor, textWidth, wrap } from './text.ts'
import { type Domain, type Tick, ticks, tickWidth } from './ticks.ts'

interface Scale {
  readonly domain: Domain
  readonly ticks: readonly Tick[]
}

export interface Layout extends Frame {
  readonly shape: Shape
  readonly plot: Box
  /** Labels above the plot. */
  readonly legend: readonly LineLabel[]
  readonly x: Scale
  readonly y: Scale
}

/** Between a line's end and its label. */
export const labelGap = 9
const maxLabelWidth = 190

export function layout(chart: Plot, shape: Shape): Layout {
  const frame = frames[shape]
  const { width, height, size } = frame
  const legend = layoutLegend(chart, shape, frame)
  const top = (chart.y.label ? 2.1 * size : 0.9 * size) + legend.height
  const bottom = height - (chart.x.label ? 3.1 * size : 1.8 * size)
  const yDomain = drawableDomain(chart.y)
  const yTicks = ticks(chart.y, yDomain, { length: bottom - top, size, direction: 'up' })
  const widest = Math.max(0, ...yTicks.map((tick) => tickWidth(tick, size)))
  const left = Math.max((shape === 'wide' ? 3.2 : 2.9) * size, widest + 0.9 * size)
  const right = width - (shape === 'wide' ? labelMargin(chart, size) : 1.2 * size)
  const xDomain = barDomain(chart, drawableDomain(chart.x))
  const xTicks = ticks(chart.x, xDomain, { length: right - left, size, direction: 'across' })
  return {
    ...frame,
    shape,
    plot: { left, top, right, bottom },
    legend: legend.labels,
    x: { domain: xDomain, ticks: xTicks },
    y: { domain: yDomain, ticks: yTicks },
  }
}

/** The rows of a label at the right end of its line. */
export function wrapLabel(text: string, size: number): string[] {
  return wrap(text, size * boldFactor, maxLabelWidth)
}

function labelMargin(chart: Plot, size: number): number {
  const rows = labelledLines(chart).flatMap(({ label }) => wrapLabel(label, size))
  if (rows.length === 0) return 1.4 * size
  return (
    labelGap + textOffset + 6 + Math.max(...rows.map((row) => textWidth(row, size * boldFactor)))
  )
}

/** Repairs a domain that cannot be drawn: the result is finite, ascending, and positive on a log axis. */
function drawableDomain({ scale, domain: [low, high] }: Axis): Domain {
  const usable = (v: number) => Number.isFinite(v) && (scale === 'linear' || v > 0)
  if (usable(low) && usable(high) && high > low && Number.isFinite(high - low)) return [low, high]
  const known = [high, low].find(usable)
  if (known === undefined) return scale === 'log' ? [0.1, 1] : [0, 1]
  if (scale === 'log') return [Math.max(known / 10, 1e-320), Math.min(known * 10, 1e308)]
  const room = Math.min(Math.abs(known) || 1, 1e307)
  return [known - room, known + room]
}

/** Widens the domain by half a bar's room at either end. */
function barDomain(chart: Plot, [low, high]: Domain): Domain {
  const xs = chart.series.flatMap((s) => (s.kind === 'bars' ? s.x : []))
  if (xs.length === 0 || chart.x.scale === 'log') return [low, high]
  const half = spacing(xs) / 2
  return [Math.min(low, Math.min(...xs) - half), Math.max(high, Math.max(...xs) + half)]
}

/** The least distance between two different values; 1 if there is only one. */
export function spacing(values: readonly number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0))
  return gaps.length > 0 ? Math.min(...gaps) : 1
}
