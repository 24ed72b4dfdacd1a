/** The readout of a grid: the cell's position, its value, and the points in it. */

import type { ReadoutContent } from '../layout/readout.ts'
import type { Grid, GridAxis } from '../model/chart.ts'
import { figures } from '../model/format.ts'
import { categoryTone } from './cells.ts'
import type { GridLayout } from './layout.ts'

export interface Cell {
  readonly column: number
  readonly row: number
}

export function gridReadout(grid: Grid, { column, row }: Cell): ReadoutContent {
  const { x, y, values, colour, categories } = grid
  const value = values[row * x.count + column]
  const isCategory = colour === 'categories'
  const tone = isCategory && typeof value === 'number' ? categoryTone(value) : 'theory'
  const name = typeof value === 'number' ? (categories?.[value] ?? figures(value, 3)) : '–'
  const points = (grid.points ?? []).filter((point) => {
    const cell = cellOf(grid, point)
    return cell.column === column && cell.row === row
  })
  return {
    x: withLabel(x.label, cellNames(x, false)[column]),
    y: withLabel(y.label, cellNames(y, true)[row]),
    rows: [
      { id: 'value', label: grid.title, tone, value: name },
      ...points.map(({ category }, i) => ({
        id: `point-${i}`,
        label: grid.pointWords?.category ?? '',
        tone: categoryTone(category),
        value: categories?.[category] ?? String(category),
      })),
    ],
  }
}

/** The cell at a position in chart units. */
export function cellAt(
  { x, y }: Grid,
  { plot, cellWidth, cellHeight }: GridLayout,
  [left, top]: readonly [left: number, top: number],
): Cell | undefined {
  const column = Math.floor((left - plot.left) / cellWidth)
  const row = Math.floor((top - plot.top) / cellHeight)
  const inside = column >= 0 && column < x.count && row >= 0 && row < y.count
  return inside ? { column, row } : undefined
}

/** The neighbour of a cell in the direction of an arrow key, within the grid. */
export function nextCell({ x, y }: Grid, from: Cell | undefined, key: string): Cell | undefined {
  const [across, up] = arrows[key] ?? []
  if (across === undefined || up === undefined) return undefined
  if (!from) return { column: 0, row: 0 }
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return { column: clamp(from.column + across, x.count), row: clamp(from.row + up, y.count) }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Names of an axis' cells; a numeric axis names them by their centres. `fromTop` for rows, which run downward. */
export function cellNames({ count, names, domain }: GridAxis, fromTop: boolean): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (!domain) return names?.[i] ?? String(i + 1)
    const share = ((fromTop ? count - 1 - i : i) + 0.5) / count
    return figures(domain[0] + share * (domain[1] - domain[0]), 3)
  })
}

function cellOf({ x, y }: Grid, point: { readonly x: number; readonly y: number }): Cell {
  const share = (value: number, [low, high] = [0, 1] as readonly [number, number]) =>
    (value - low) / (high - low)
  return {
    column: Math.floor(share(point.x, x.domain) * x.count),
    row: Math.floor((1 - share(point.y, y.domain)) * y.count),
  }
}

const withLabel = (label: string, name = '') => (label ? `${label}: ${name}` : name)
