/** The vertical extent of a line in each narrow column of the plot. Typed arrays, because this runs at every redraw. */
import type { Line } from '../model/chart.ts'
import type { Box } from './frame.ts'
import { type Point, type PointsOf, polylines } from './geometry.ts'

export interface Occupancy {
  readonly top: Float64Array
  readonly bottom: Float64Array
}

const columnWidth = 5
/** Half a marker, the only thing drawn in a scatter plot. */
const markerReach = 4

/** The polylines of a line as drawn; in a scatter plot, each point by itself. */
export function drawnPolylines(line: Line, pointsOf: PointsOf, plot: Box): Point[][] {
  if (line.dash !== 'none') return polylines(pointsOf(line), plot)
  return polylines(
    pointsOf(line).flatMap((point) => [point, undefined]),
    plot,
  )
}

export function occupancyOf(line: Line, polylines: readonly Point[][], plot: Box): Occupancy {
  const count = Math.ceil((plot.right - plot.left) / columnWidth) + 1
  const top = new Float64Array(count).fill(Infinity)
  const bottom = new Float64Array(count).fill(-Infinity)
  const margin = line.dash === 'none' ? markerReach : 0
  const add = (column: number, height: number) => {
    if (height - margin < (top[column] ?? -Infinity)) top[column] = height - margin
    if (height + margin > (bottom[column] ?? Infinity)) bottom[column] = height + margin
  }
  for (const polyline of polylines) {
    let [x0, y0] = polyline[0] ?? [0, 0]
    for (const [x, y] of polyline) {
      const steps = Math.ceil(Math.abs(x - x0) / columnWidth) || 1
      for (let k = 1; k <= steps; k++) {
        const column = Math.round((x0 + ((x - x0) * k) / steps - plot.left) / columnWidth)
        add(column, y0 + ((y - y0) * k) / steps)
      }
      x0 = x
      y0 = y
    }
  }
  return { top, bottom }
}

export function columnRange(
  { left, right }: Pick<Box, 'left' | 'right'>,
  plot: Box,
): [number, number] {
  const column = (x: number) => Math.round((x - plot.left) / columnWidth)
  return [Math.max(0, column(left)), column(right)]
}

/** The extent [top, bottom] of a line between two columns, `y` included. */
export function extremes(
  { top, bottom }: Occupancy,
  [from, to]: readonly [number, number],
  y: number,
): [number, number] {
  let [high, low] = [y, y]
  for (let i = from; i <= to && i < top.length; i++) {
    high = Math.min(high, top[i] as number)
    low = Math.max(low, bottom[i] as number)
  }
  return [high, low]
}

/** The number of columns in which a line passes through a box. */
export function crossings({ top, bottom }: Occupancy, box: Box, plot: Box): number {
  const [from, to] = columnRange(box, plot)
  let hits = 0
  for (let i = from; i <= to && i < top.length; i++) {
    if ((top[i] as number) <= box.bottom + 1 && (bottom[i] as number) >= box.top - 1) hits++
  }
  return hits
}
