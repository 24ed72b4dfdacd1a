/** What heights a line covers in each narrow column of the plot. Plain arrays: this runs at every drawing. */
import type { Line } from '../model/chart.ts'
import type { Box } from './frame.ts'
import { type Point, type PointsOf, runs } from './geometry.ts'

export interface Cover {
  readonly top: Float64Array
  readonly bottom: Float64Array
}

const columnWidth = 5
/** Half a marker: a cloud of points has nothing else to be crossed. */
const reach = 4

/** The stretches of a line as drawn; of a cloud, each point by itself. */
export function stretches(line: Line, pointsOf: PointsOf, plot: Box): Point[][] {
  if (line.dash !== 'none') return runs(pointsOf(line), plot)
  return runs(
    pointsOf(line).flatMap((point) => [point, undefined]),
    plot,
  )
}

export function coverOf(line: Line, drawn: readonly Point[][], plot: Box): Cover {
  const count = Math.ceil((plot.right - plot.left) / columnWidth) + 1
  const top = new Float64Array(count).fill(Infinity)
  const bottom = new Float64Array(count).fill(-Infinity)
  const more = line.dash === 'none' ? reach : 0
  const add = (column: number, height: number) => {
    if (height - more < (top[column] ?? -Infinity)) top[column] = height - more
    if (height + more > (bottom[column] ?? Infinity)) bottom[column] = height + more
  }
  for (const run of drawn) {
    let [x0, y0] = run[0] ?? [0, 0]
    for (const [x, y] of run) {
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

export function firstAndLast(
  { left, right }: Pick<Box, 'left' | 'right'>,
  plot: Box,
): [number, number] {
  const column = (x: number) => Math.round((x - plot.left) / columnWidth)
  return [Math.max(0, column(left)), column(right)]
}

/** The highest and the lowest that a line gets between two columns. */
export function extremes(
  { top, bottom }: Cover,
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

/** In how many columns a line passes through a box. */
export function crossings({ top, bottom }: Cover, box: Box, plot: Box): number {
  const [from, to] = firstAndLast(box, plot)
  let hits = 0
  for (let i = from; i <= to && i < top.length; i++) {
    if ((top[i] as number) <= box.bottom + 1 && (bottom[i] as number) >= box.top - 1) hits++
  }
  return hits
}
