/**
 * Where the names of lines are written. On a wide chart at the line's right end; on a smaller one
 * inside the plot beside the line, or in a key above it. Names never overlap.
 */
import type { Line, Plot } from './chart.ts'
import { stretches } from './cover.ts'
import type { Point, PointsOf } from './geometry.ts'
import { lineHeight, type Name, namedLines, sampleRoom } from './key.ts'
import { type Layout, nameLines } from './layout.ts'
import { atEnds } from './names-at-ends.ts'
import { inside } from './names-inside.ts'
import { boldly, textWidth } from './text.ts'

/** Which place each name took, so that names of a moving line do not jump about. */
export type Habits = Map<string, number>

/** A name that looks for its place, and the line as it is drawn. */
export interface Wanted {
  readonly line: Line
  readonly text: readonly string[]
  readonly runs: readonly Point[][]
  readonly width: number
  readonly height: number
}

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
