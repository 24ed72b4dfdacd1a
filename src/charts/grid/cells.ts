/** The contents of a grid. Cells are merged by colour, so that a fine grid is a few paths and not a thousand squares. */

import type { Point } from '../layout/geometry.ts'
import { textWidth } from '../layout/text.ts'
import type { Grid, GridLine, Marker, Tone } from '../model/chart.ts'
import { signed } from '../model/format.ts'
import { polylinePath } from '../svg/path.ts'
import type { GridLayout } from './layout.ts'

export interface Shade {
  readonly tone: Tone
  readonly opacity: number
}

const categoryTones = ['one', 'two', 'three', 'four', 'five', 'six'] as const
const categoryMarkers = ['circle', 'square', 'triangle', 'diamond'] as const
export const categoryTone = (category: number): Tone => categoryTones[category % 6] ?? 'theory'
export const categoryMarker = (category: number): Marker =>
  categoryMarkers[category % 4] ?? 'circle'

/** The number of opacity levels; fewer levels mean fewer paths. */
const shadeCount = 16
/** Limits of opacity that keep markers and numbers legible over the colour. */
const regionOpacity = 0.3
const numberedCellOpacity = 0.5

export function shade(grid: Grid, value: number): Shade | undefined {
  const { colour, places } = grid
  if (colour === 'categories') return { tone: categoryTone(value), opacity: regionOpacity }
  const linear = (x: number) => (grid.scale === 'log' ? Math.log(x) : x)
  const [low, high, at] = [...grid.domain, value].map(linear) as [number, number, number]
  const end = colour === 'diverging' ? Math.max(Math.abs(low), Math.abs(high)) : high - low
  const part = colour === 'diverging' ? Math.abs(at) / end : (at - low) / end
  const level = Math.round(Math.min(1, Math.max(0, part || 0)) * shadeCount) / shadeCount
  if (level === 0) return undefined
  const tone = colour === 'diverging' && at < 0 ? 'one' : 'two'
  return { tone, opacity: level * (places === undefined ? 1 : numberedCellOpacity) }
}

/** One path per shade, in units of columns and rows; equal neighbours in a row are one rectangle. */
export function cellPaths(grid: Grid) {
  const paths = new Map<string, Shade & { d: string }>()
  const { count } = grid.x
  for (let start = 0; start < grid.values.length; ) {
    const value = grid.values[start]
    const row = Math.floor(start / count)
    let end = start + 1
    while (end < (row + 1) * count && grid.values[end] === value) end++
    const filled = typeof value === 'number' && Number.isFinite(value) && shade(grid, value)
    if (filled) {
      const key = `${filled.tone} ${filled.opacity}`
      const path = paths.get(key) ?? { ...filled, d: '' }
      const width = end - start
      path.d += `M${start - row * count},${row}h${width}v1h${-width}z`
      paths.set(key, path)
    }
    start = end
  }
  return [...paths.values()]
}

/** The numbers in the cells, sized to fit; none where they would be too small to read. */
export function cellTexts(grid: Grid, { plot, cellWidth, cellHeight, size }: GridLayout) {
  const { places } = grid
  if (places === undefined) return { size, texts: [] }
  const all = grid.values.map((value) => (value === null ? '' : fixed(value, places)))
  const ems = Math.max(1, ...all.map((text) => textWidth(text, 1)))
  const fittingSize = Math.min(size, (0.9 * cellWidth) / ems, 0.8 * cellHeight)
  if (fittingSize < 8.5) return { size, texts: [] }
  const texts = all.map((text, i) => ({
    text,
    x: round(plot.left + ((i % grid.x.count) + 0.5) * cellWidth),
    y: round(plot.top + (Math.floor(i / grid.x.count) + 0.5) * cellHeight + 0.35 * fittingSize),
  }))
  return { size: round(fittingSize), texts: texts.filter(({ text }) => text !== '') }
}

/** Words centred over cells, no larger than the numbers. */
export function wordTexts(grid: Grid, page: GridLayout) {
  const { plot, cellWidth, cellHeight } = page
  const size = Math.min(cellTexts(grid, page).size, round(0.8 * cellHeight))
  const texts = (grid.words ?? []).map(({ text, column, row }) => ({
    text,
    x: round(plot.left + (column + 0.5) * cellWidth),
    y: round(plot.top + (row + 0.5) * cellHeight + 0.35 * size),
  }))
  return { size, texts }
}

/** A point on the edge counts as inside despite rounding. */
const edgeTolerance = 0.01

/** The path of a line over the plane, interrupted where it leaves the plot. */
export function linePath({ x, y }: GridLine, at: Pick<GridLayout, 'x' | 'y' | 'plot'>): string {
  const { left, top, right, bottom } = at.plot
  const polylines: Point[][] = [[]]
  x.forEach((value, i) => {
    const [across, down] = [at.x(value), at.y(y[i] as number)]
    const isInside =
      across > left - edgeTolerance &&
      across < right + edgeTolerance &&
      down > top - edgeTolerance &&
      down < bottom + edgeTolerance
    if (isInside) polylines.at(-1)?.push([across, down])
    else polylines.push([])
  })
  return polylines.map(polylinePath).join('')
}

function fixed(value: number, places: number): string {
  const text = value.toFixed(places)
  return signed(Number(text) === 0 ? text.replace('-', '') : text)
}

/** Rounds to a tenth of a unit: finer than a screen pixel, and short in the markup. */
export const round = (value: number): number => Math.round(value * 10) / 10
