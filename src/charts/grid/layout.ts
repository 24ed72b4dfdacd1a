/** The layout of a grid's cells, labels and legend, in chart units. */

import { type Box, type Frame, frames, type Shape } from '../layout/frame.ts'
import { textWidth } from '../layout/text.ts'
import { type Tick, ticks, tickWidth } from '../layout/ticks.ts'
import type { Grid, GridAxis } from '../model/chart.ts'

export interface GridLayout extends Frame {
  readonly plot: Box
  readonly cellWidth: number
  readonly cellHeight: number
  /** Left edge of the texts above the cells. */
  readonly labelLeft: number
  readonly columns: readonly AxisLabel[]
  readonly rows: readonly AxisLabel[]
  /** From values on the two axes to chart coordinates. */
  x(value: number): number
  y(value: number): number
}

/** `at` is the centre of the cell, or the position of the number on a numeric axis. */
interface AxisLabel {
  readonly text: string
  readonly at: number
}

/** Width over height of cells that hold numbers; all others are square. */
const maxAspectRatio = 2.4

export function gridLayout(grid: Grid, shape: Shape): GridLayout {
  const frame = frames[shape]
  const { width, height, size } = frame
  const top = (hasLegend(grid) && shape !== 'wide' ? 3.7 : 2.3) * size
  const bottom = height - (grid.x.label ? 3.1 * size : 1.8 * size)
  const names = rowLabelWidth(grid.y, bottom - top, size) + size
  const left = Math.max(2.2 * size, names)
  const room = width - left - 1.2 * size
  // A grid without cells yet is framed as if it had one.
  const columns = grid.x.count || 1
  const rows = grid.y.count || 1
  const tallest = (bottom - top) / rows
  const cellHeight = grid.fills ? tallest : Math.min(tallest, room / columns)
  const maxStretch = grid.fills
    ? Number.POSITIVE_INFINITY
    : grid.places === undefined
      ? 1
      : maxAspectRatio
  const cellWidth = Math.min(room / columns, maxStretch * cellHeight)
  const across = cellWidth * columns
  const start = left + (room - across) / 2
  const plot = { left: start, top, right: start + across, bottom: top + cellHeight * rows }
  const scaleOf =
    ({ domain = [0, 1] }: GridAxis, from: number, to: number) =>
    (value: number) =>
      from + ((value - domain[0]) / (domain[1] - domain[0])) * (to - from)
  const x = scaleOf(grid.x, plot.left, plot.right)
  const y = scaleOf(grid.y, plot.bottom, plot.top)
  const space = { size, length: across }
  return {
    ...frame,
    plot,
    cellWidth,
    cellHeight,
    labelLeft: Math.max(2, Math.min(plot.left - names, width - textWidth(grid.y.label, size))),
    x,
    y,
    columns: grid.x.domain
      ? axisTicks(grid.x, space, 'across').map((tick) => ({ text: tick.text, at: x(tick.value) }))
      : thinnedLabels(grid.x, plot.left, cellWidth, size),
    rows: grid.y.domain
      ? axisTicks(grid.y, space, 'up').map((tick) => ({ text: tick.text, at: y(tick.value) }))
      : allLabels(grid.y, plot.top, cellHeight),
  }
}

/** Colours need a legend unless the numbers in the cells say the same. */
export const hasLegend = ({ places, colour }: Grid): boolean =>
  places === undefined || colour === 'categories'

function axisTicks(
  axis: GridAxis,
  space: { size: number; length: number },
  direction: 'across' | 'up',
) {
  const domain = axis.domain ?? [0, 1]
  return ticks({ label: axis.label, scale: 'linear', domain }, domain, { ...space, direction })
}

function rowLabelWidth(axis: GridAxis, length: number, size: number): number {
  const width = axis.domain
    ? axisTicks(axis, { size, length }, 'up').map((tick: Tick) => tickWidth(tick, size))
    : (axis.names ?? []).map((name) => textWidth(name, size))
  return Math.max(0, ...width)
}

const allLabels = ({ names = [] }: GridAxis, start: number, step: number): AxisLabel[] =>
  names.map((text, i) => ({ text, at: start + (i + 0.5) * step }))

/** Labels of the columns; only every n-th where all of them would overlap. */
function thinnedLabels(axis: GridAxis, start: number, step: number, size: number): AxisLabel[] {
  const all = allLabels(axis, start, step)
  const widestText = Math.max(0, ...all.map(({ text }) => textWidth(text, size)))
  const every = Math.max(1, Math.ceil((widestText + 0.4 * size) / step))
  return all.filter((_, i) => i % every === 0)
}
