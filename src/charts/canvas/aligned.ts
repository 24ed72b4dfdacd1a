/**
 * uPlot wants one x array for all series. Where a series has no value at some x it gets `undefined`, which
 * uPlot skips; `null` is a gap.
 */

import { drawable, type Series } from '../layout/geometry.ts'
import type { Plot } from '../model/chart.ts'

export type Column = (number | null | undefined)[]

export function alignSeries(chart: Plot, series: readonly Series[]): [number[], ...Column[]] {
  const xs = sharedX(chart, series)
  const place = new Map(xs.map((x, i) => [x, i]))
  const same = (s: Series) => s.x.length === xs.length && s.x.every((x, i) => x === xs[i])
  const columns = series.map((s) => {
    const values = s.kind === 'band' ? s.high : s.y
    const own = xs.map((_, i) => drawableOrNull(values[i], chart))
    if (same(s)) return own
    const column: Column = xs.map(() => undefined)
    s.x.forEach((x, i) => {
      const at = place.get(x)
      if (at !== undefined) column[at] = drawableOrNull(values[i], chart)
    })
    return column
  })
  return [xs, ...columns]
}

function drawableOrNull(value: number | null | undefined, chart: Plot): number | null {
  return drawable(value, chart.y.scale) ? value : null
}

function sharedX(chart: Plot, series: readonly Series[]): number[] {
  const first = series[0]?.x ?? []
  const ascending = first.every(
    (x, i) => drawable(x, chart.x.scale) && !(x <= (first[i - 1] ?? -Infinity)),
  )
  const shared = series.every((s) => s.x === first || same(s.x, first))
  if (ascending && shared) return [...first]
  const all = new Set(series.flatMap((s) => s.x.filter((x) => drawable(x, chart.x.scale))))
  return [...all].sort((a, b) => a - b)
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i])
}
