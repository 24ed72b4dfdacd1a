/** Layout and shapes of small multiples of histograms. */

import { frames, type Shape } from '../layout/frame.ts'
import type { HistogramRow, Histograms } from '../model/chart.ts'
import { polylinePath } from '../svg/path.ts'
import { round } from './cells.ts'

export interface HistogramsLayout {
  /** Left edges of the columns. */
  readonly columns: readonly number[]
  /** Only every n-th column is numbered, so that numbers do not overlap. */
  readonly labelStep: number
  readonly rows: readonly { readonly top: number; readonly foot: number }[]
  readonly cellWidth: number
}

export function histogramsLayout({ rows, bins }: Histograms, shape: Shape): HistogramsLayout {
  const { width, height, size } = frames[shape]
  const count = Math.max(1, ...rows.map(({ shares }) => shares.length / bins))
  const each = (width - 4) / count
  const cellWidth = 0.88 * each
  const above = 1.6 * size
  const begin = 1.5 * size
  const high = (height - 3.1 * size - begin) / Math.max(1, rows.length)
  return {
    columns: Array.from({ length: count }, (_, i) => 2 + i * each + (each - cellWidth) / 2),
    labelStep: Math.ceil((2 * size) / each),
    rows: rows.map((_, i) => ({ top: begin + i * high + above, foot: begin + (i + 1) * high })),
    cellWidth,
  }
}

/** Heights of each column's bars and theory, relative to the highest inner one, clipped at 1. */
export function relativeHeights({ shares, predicted = [] }: HistogramRow, bins: number) {
  return Array.from({ length: Math.floor(shares.length / bins) }, (_, i) => {
    const own = shares.slice(i * bins, (i + 1) * bins)
    const theory = predicted.slice(i * bins, (i + 1) * bins)
    const inner = [...own.slice(1, -1), ...theory.slice(1, -1)].filter(Number.isFinite)
    const most = Math.max(...inner) || 1
    const fit = (share: number) => (Number.isFinite(share) ? Math.min(1, share / most) : 0)
    return { shares: own.map(fit), predicted: theory.map(fit) }
  })
}

/** The path of adjacent bars, as one filled shape. */
export function barsPath(
  bars: readonly number[],
  column: number,
  row: number,
  page: HistogramsLayout,
): string {
  const { left, step, y } = cellGeometry(bars.length, column, row, page)
  let d = ''
  let [x, before] = [left, y(0)]
  bars.forEach((bar, i) => {
    if (y(bar) === before) return
    x = round(left + i * step)
    d += `H${x}V${y(bar)}`
    before = y(bar)
  })
  return d && `M${round(left)},${y(0)}${d}H${round(left + bars.length * step)}V${y(0)}z`
}

/** A path through the tops of the inner bars at their centres. */
export function theoryPath(
  bars: readonly number[],
  column: number,
  row: number,
  page: HistogramsLayout,
): string {
  const { left, step, y } = cellGeometry(bars.length, column, row, page)
  const inner = bars.slice(1, -1)
  return polylinePath(inner.map((bar, i) => [left + (i + 1.5) * step, y(bar)]))
}

function cellGeometry(count: number, column: number, row: number, page: HistogramsLayout) {
  const { top = 0, foot = 0 } = page.rows[row] ?? {}
  return {
    left: page.columns[column] ?? 0,
    step: page.cellWidth / count,
    y: (share: number) => round(foot - share * (foot - top)),
  }
}
