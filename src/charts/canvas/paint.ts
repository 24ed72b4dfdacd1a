/** Paints on uPlot's canvas what uPlot does not draw: everything in StaticChart except the lines. */

import {
  type AxisText,
  axisTexts,
  baselineOffset,
  emptyText,
  exponentRise,
  zoneTexts,
} from '../layout/axis-text.ts'
import {
  bandPieces,
  barRects,
  cursorX,
  handlePoint,
  handleRadius,
  markerPoints,
  markerShape,
  type Point,
  type PointsOf,
  type Projection,
  type Series,
  zoneRects,
} from '../layout/geometry.ts'
import type { PreviousPlacements } from '../layout/label.ts'
import { placeLabels } from '../layout/labels.ts'
import type { Layout } from '../layout/layout.ts'
import {
  type LineLabel,
  lineHeight,
  markerOffset,
  sampleWidth,
  textOffset,
} from '../layout/legend.ts'
import { exponentScale } from '../layout/ticks.ts'
import type { Line, Marker, Plot } from '../model/chart.ts'
import {
  dashes,
  faintOpacity,
  labelVariable,
  lineWidth,
  markerRim,
  strokeWidth,
  toneVariable,
} from '../model/palette.ts'
import type { Theme } from './theme.ts'

/** The canvas context is scaled to chart units. */
export interface PaintContext {
  readonly ctx: CanvasRenderingContext2D
  readonly chart: Plot
  readonly layout: Layout
  readonly at: Projection
  readonly theme: Theme
  readonly previousPlacements: PreviousPlacements
  readonly points: PointsOf
}

/** Below the lines: zones and grid. */
export function paintBackground({ ctx, chart, layout, at, theme }: PaintContext): void {
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

/** Above the lines: markers, cursor line, handle, and all text. */
export function paintForeground(canvas: PaintContext): void {
  const { ctx, chart, layout, at, theme, previousPlacements } = canvas
  const { plot } = layout
  for (const line of chart.series) if (line.kind === 'line') paintMarkers(canvas, line)
  ctx.lineWidth = 1
  ctx.strokeStyle = theme.colour('--rule')
  strokeLine(ctx, [plot.left, plot.bottom], [plot.right, plot.bottom])
  const cursor = cursorX(chart, layout, at)
  ctx.strokeStyle = theme.colour('--ink')
  if (cursor !== undefined) strokeLine(ctx, [cursor, plot.top], [cursor, plot.bottom])
  paintHandle(canvas)
  for (const caption of axisTexts(chart, layout, at)) paintAxisText(ctx, caption, theme)
  const zones = zoneRects(chart, layout, at)
  for (const caption of zoneTexts(chart, zones, layout, canvas.points)) {
    paintAxisText(ctx, caption, theme)
  }
  for (const name of placeLabels(chart, layout, canvas.points, previousPlacements))
    paintLabel(ctx, name, layout.size, theme)
  for (const caption of emptyText(chart, layout)) paintAxisText(ctx, caption, theme)
}

/** The filled shape of a band or of bars, in chart units. */
export function filledPath(series: Series, chart: Plot, layout: Layout, at: Projection): Path2D {
  const path = new Path2D()
  if (series.kind === 'bars') {
    for (const { x, y, width, height } of barRects(series, chart, layout, at)) {
      path.rect(x, y, width, height)
    }
  }
  if (series.kind === 'band') {
    for (const piece of bandPieces(series, chart, layout, at)) {
      for (const [x, , high] of piece) path.lineTo(x, high)
      for (const [x, low] of piece.toReversed()) path.lineTo(x, low)
      path.closePath()
    }
  }
  return path
}

function paintHandle({ ctx, chart, layout, at, theme }: PaintContext): void {
  const place = handlePoint(chart, layout, at)
  if (!chart.handle || !place) return
  ctx.beginPath()
  ctx.arc(...place, handleRadius, 0, 2 * Math.PI)
  ctx.fillStyle = theme.colour('--paper')
  ctx.fill()
  ctx.lineWidth = strokeWidth
  ctx.strokeStyle = theme.colour(toneVariable(chart.handle.tone))
  ctx.stroke()
}

function paintMarkers({ ctx, layout, theme, points }: PaintContext, line: Line): void {
  ctx.globalAlpha = line.faint ? faintOpacity : 1
  ctx.fillStyle = theme.colour(toneVariable(line.tone))
  for (const point of markerPoints(line, points(line), layout.plot)) {
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
  ctx.lineWidth = markerRim
  ctx.lineJoin = 'miter'
  ctx.strokeStyle = theme.colour('--paper')
  ctx.stroke()
}

function paintLabel(
  ctx: CanvasRenderingContext2D,
  { line, text, box }: LineLabel,
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
    paintMarker(ctx, line.marker, [box.left + markerOffset(line.dash), middle], theme)
  }
  ctx.font = `${line.tone === 'theory' ? 500 : 600} ${size}px ${theme.sans}`
  ctx.textAlign = 'left'
  ctx.fillStyle = theme.colour(labelVariable(line.tone))
  text.forEach((row, i) => {
    const y = middle + baselineOffset * size + i * size * lineHeight
    paintHalo(ctx, row, box.left + textOffset, y, theme)
    ctx.fillText(row, box.left + textOffset, y)
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

function paintAxisText(ctx: CanvasRenderingContext2D, caption: AxisText, theme: Theme): void {
  const { text, exponent = '', x, y, anchor, size, kind } = caption
  const font = `${size}px ${theme.sans}`
  const small = `${size * exponentScale}px ${theme.sans}`
  ctx.fillStyle = theme.colour('--soft')
  ctx.textAlign = 'left'
  ctx.font = small
  const exponentWidth = exponent ? ctx.measureText(exponent).width : 0
  ctx.font = font
  const base = ctx.measureText(text).width
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor]
  const left = x - shift * (base + exponentWidth)
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
