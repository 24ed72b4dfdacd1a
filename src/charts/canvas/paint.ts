/** What uPlot does not draw, on its canvas: everything that StaticChart draws around and on the lines. */

import {
  type Caption,
  captions,
  emptyCaption,
  exponentRise,
  toBaseline,
  zoneCaptions,
} from '../layout/axis-text.ts'
import {
  bandRuns,
  barRects,
  cursorPlace,
  handlePlace,
  handleRadius,
  marked,
  markerShape,
  type Places,
  type Point,
  type PointsOf,
  type Series,
  zoneRects,
} from '../layout/geometry.ts'
import type { Habits } from '../layout/label.ts'
import { names } from '../layout/labels.ts'
import type { Layout } from '../layout/layout.ts'
import { lineHeight, type Name, samplePlace, sampleRoom, sampleWidth } from '../layout/legend.ts'
import { exponentScale } from '../layout/ticks.ts'
import type { Line, Marker, Plot } from '../model/chart.ts'
import {
  dashes,
  faintOpacity,
  lineWidth,
  markerEdge,
  nameVariable,
  strokeWidth,
  toneVariable,
} from '../model/palette.ts'
import type { Theme } from './theme.ts'

/** The context is scaled to the chart's own units while these draw. */
export interface Canvas {
  readonly ctx: CanvasRenderingContext2D
  readonly chart: Plot
  readonly layout: Layout
  readonly at: Places
  readonly theme: Theme
  readonly habits: Habits
  readonly points: PointsOf
}

/** Under the lines: zones and grid. */
export function paintGround({ ctx, chart, layout, at, theme }: Canvas): void {
  const { plot } = layout
  ctx.fillStyle = theme.colour('--zone')
  for (const { x, y, width, height } of zoneRects(chart, layout, at))
    ctx.fillRect(x, y, width, height)
  ctx.strokeStyle = theme.colour('--grid')
  ctx.lineWidth = 1
  for (const tick of layout.y.ticks) {
    strokeLine(ctx, [plot.left, at.y(tick.value)], [plot.right, at.y(tick.value)])
  }
}

/** Over the lines: markers, the cursor line, all words and numbers. */
export function paintFront(canvas: Canvas): void {
  const { ctx, chart, layout, at, theme, habits } = canvas
  const { plot } = layout
  for (const line of chart.series) if (line.kind === 'line') paintMarkers(canvas, line)
  ctx.lineWidth = 1
  ctx.strokeStyle = theme.colour('--rule')
  strokeLine(ctx, [plot.left, plot.bottom], [plot.right, plot.bottom])
  const cursor = cursorPlace(chart, layout, at)
  ctx.strokeStyle = theme.colour('--ink')
  if (cursor !== undefined) strokeLine(ctx, [cursor, plot.top], [cursor, plot.bottom])
  paintHandle(canvas)
  for (const caption of captions(chart, layout, at)) paintCaption(ctx, caption, theme)
  const zones = zoneRects(chart, layout, at)
  for (const caption of zoneCaptions(chart, zones, layout, canvas.points)) {
    paintCaption(ctx, caption, theme)
  }
  for (const name of names(chart, layout, canvas.points, habits))
    paintName(ctx, name, layout.size, theme)
  for (const caption of emptyCaption(chart, layout)) paintCaption(ctx, caption, theme)
}

/** The filled shape of a band or of bars, in the chart's units. */
export function filled(series: Series, chart: Plot, layout: Layout, at: Places): Path2D {
  const path = new Path2D()
  if (series.kind === 'bars') {
    for (const { x, y, width, height } of barRects(series, chart, layout, at)) {
      path.rect(x, y, width, height)
    }
  }
  if (series.kind === 'band') {
    for (const run of bandRuns(series, chart, layout, at)) {
      for (const [x, , high] of run) path.lineTo(x, high)
      for (const [x, low] of run.toReversed()) path.lineTo(x, low)
      path.closePath()
    }
  }
  return path
}

function paintHandle({ ctx, chart, layout, at, theme }: Canvas): void {
  const place = handlePlace(chart, layout, at)
  if (!chart.handle || !place) return
  ctx.beginPath()
  ctx.arc(...place, handleRadius, 0, 2 * Math.PI)
  ctx.fillStyle = theme.colour('--paper')
  ctx.fill()
  ctx.lineWidth = strokeWidth
  ctx.strokeStyle = theme.colour(toneVariable(chart.handle.tone))
  ctx.stroke()
}

function paintMarkers({ ctx, layout, theme, points }: Canvas, line: Line): void {
  ctx.globalAlpha = line.faint ? faintOpacity : 1
  ctx.fillStyle = theme.colour(toneVariable(line.tone))
  for (const point of marked(line, points(line), layout.plot)) {
    paintMarker(ctx, line.marker, point, theme)
  }
  ctx.globalAlpha = 1
}

function paintMarker(
  ctx: CanvasRenderingContext2D,
  marker: Marker,
  point: Point,
  theme: Theme,
): void {
  const { radius, corners } = markerShape(marker, point)
  ctx.beginPath()
  if (corners.length === 0) ctx.arc(point[0], point[1], radius, 0, 2 * Math.PI)
  for (const [x, y] of corners) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.fill()
  if (marker === 'none') return
  ctx.lineWidth = markerEdge
  ctx.lineJoin = 'miter'
  ctx.strokeStyle = theme.colour('--paper')
  ctx.stroke()
}

function paintName(
  ctx: CanvasRenderingContext2D,
  { line, text, box }: Name,
  size: number,
  theme: Theme,
): void {
  const middle = box.top + (size * lineHeight) / 2
  ctx.strokeStyle = ctx.fillStyle = theme.colour(toneVariable(line.tone))
  ctx.lineWidth = lineWidth(line.tone)
  ctx.setLineDash([...dashes[line.dash]])
  if (line.dash !== 'none') strokeLine(ctx, [box.left, middle], [box.left + sampleWidth, middle])
  ctx.setLineDash([])
  if (line.marker !== 'none') {
    paintMarker(ctx, line.marker, [box.left + samplePlace(line.dash), middle], theme)
  }
  ctx.font = `${line.tone === 'theory' ? 500 : 600} ${size}px ${theme.sans}`
  ctx.textAlign = 'left'
  ctx.fillStyle = theme.colour(nameVariable(line.tone))
  text.forEach((row, i) => {
    const y = middle + toBaseline * size + i * size * lineHeight
    paintHalo(ctx, row, box.left + sampleRoom, y, theme)
    ctx.fillText(row, box.left + sampleRoom, y)
  })
}

function paintHalo(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
): void {
  ctx.strokeStyle = theme.colour('--paper')
  ctx.lineWidth = 3
  ctx.lineJoin = 'round'
  ctx.strokeText(text, x, y)
}

function paintCaption(ctx: CanvasRenderingContext2D, caption: Caption, theme: Theme): void {
  const { text, exponent = '', x, y, anchor, size, kind } = caption
  const font = `${size}px ${theme.sans}`
  const small = `${size * exponentScale}px ${theme.sans}`
  ctx.fillStyle = theme.colour('--soft')
  ctx.textAlign = 'left'
  ctx.font = small
  const raised = exponent ? ctx.measureText(exponent).width : 0
  ctx.font = font
  const base = ctx.measureText(text).width
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor]
  const left = x - shift * (base + raised)
  if (kind === 'empty') paintHalo(ctx, text, left, y, theme)
  ctx.fillText(text, left, y)
  if (!exponent) return
  ctx.font = small
  ctx.fillText(exponent, left + base, y - exponentRise * size)
}

function strokeLine(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.beginPath()
  ctx.moveTo(...from)
  ctx.lineTo(...to)
  ctx.stroke()
}
