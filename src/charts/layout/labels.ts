/**
 * Where the names of lines are written. On a wide chart at the line's right end; on a smaller one
 * inside the plot beside the line, or in a key above it. Names never overlap.
 */
import type { Plot } from '../model/chart.ts'
import type { PointsOf } from './geometry.ts'
import type { Habits } from './label.ts'
import { atEnds } from './labels-at-ends.ts'
import { inside } from './labels-inside.ts'
import { type Layout, nameLines } from './layout.ts'
import { lineHeight, type Name, namedLines, sampleRoom } from './legend.ts'
import { stretches } from './occupancy.ts'
import { boldly, textWidth } from './text.ts'

export function names(
  chart: Plot,
  layout: Layout,
  pointsOf: PointsOf,
  habits: Habits = new Map(),
): Name[] {
  const { size, shape, plot, key } = layout
  const drawn = chart.series.flatMap((line) => {
    if (line.kind !== 'line') return []
    const runs = stretches(line, pointsOf, plot)
    return runs.length > 0 ? [{ line, runs }] : []
  })
  const keyed = key.filter(({ line }) => drawn.some((other) => other.line.id === line.id))
  const named = namedLines(chart)
  const wanted = drawn.flatMap(({ line, runs }) => {
    if (!named.includes(line) || key.some((name) => name.line.id === line.id)) return []
    const text = shape === 'wide' ? nameLines(line.label, size) : [line.label]
    const width = sampleRoom + Math.max(...text.map((row) => textWidth(row, size * boldly)))
    return [{ line, text, runs, width, height: text.length * size * lineHeight }]
  })
  if (shape === 'wide') return atEnds(wanted, layout)
  return [...keyed, ...inside(wanted, drawn, layout, habits)]
}
