/**
 * Placement of line labels: at the lines' right ends on a wide chart; inside the plot or in a legend
 * above it on smaller ones. Labels never overlap.
 */
import type { Plot } from '../model/chart.ts'
import type { PointsOf } from './geometry.ts'
import type { PreviousPlacements } from './label.ts'
import { placeAtEnds } from './labels-at-ends.ts'
import { placeInside } from './labels-inside.ts'
import { type Layout, wrapLabel } from './layout.ts'
import { type LineLabel, labelledLines, lineHeight, textOffset } from './legend.ts'
import { drawnPolylines } from './occupancy.ts'
import { boldFactor, textWidth } from './text.ts'

export function placeLabels(
  chart: Plot,
  layout: Layout,
  pointsOf: PointsOf,
  previousPlacements: PreviousPlacements = new Map(),
): LineLabel[] {
  const { size, shape, plot, legend } = layout
  const drawn = chart.series.flatMap((line) => {
    if (line.kind !== 'line') return []
    const polylines = drawnPolylines(line, pointsOf, plot)
    return polylines.length > 0 ? [{ line, polylines }] : []
  })
  const legendLabels = legend.filter(({ line }) => drawn.some((other) => other.line.id === line.id))
  const labelled = labelledLines(chart)
  const requests = drawn.flatMap(({ line, polylines }) => {
    if (!labelled.includes(line) || legend.some((label) => label.line.id === line.id)) return []
    const text = shape === 'wide' ? wrapLabel(line.label, size) : [line.label]
    const width = textOffset + Math.max(...text.map((row) => textWidth(row, size * boldFactor)))
    return [{ line, text, polylines, width, height: text.length * size * lineHeight }]
  })
  if (shape === 'wide') return placeAtEnds(requests, layout)
  return [...legendLabels, ...placeInside(requests, drawn, layout, previousPlacements)]
}
