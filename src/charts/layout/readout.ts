/** The readout of a plot: the x under the pointer, and the value of each series nearest to it. */
import type { Plot, Tone } from '../model/chart.ts'
import { figures, signed } from '../model/format.ts'
import type { Series } from './geometry.ts'

interface Row {
  readonly id: string
  readonly label: string
  readonly tone: Tone
  readonly value: string
}

export interface ReadoutContent {
  readonly x: string
  readonly y?: string
  readonly rows: readonly Row[]
}

/** The next x in the direction of an arrow key, among those at which some series has a value. */
export function nextStop(
  { series }: Plot,
  from: number | undefined,
  key: string,
): number | undefined {
  if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) return undefined
  const stops = [...new Set(series.flatMap(({ x }) => x))].sort((a, b) => a - b)
  if (key === 'End') return stops.at(-1)
  if (key === 'Home' || from === undefined) return stops[0]
  if (key === 'ArrowRight') return stops.find((x) => x > from) ?? stops.at(-1)
  return stops.findLast((x) => x < from) ?? stops[0]
}

export function readout(chart: Plot, x: number): ReadoutContent {
  const rows = chart.series.flatMap((s): Row[] => {
    const i = nearest(s.x, x)
    const value = i === undefined ? undefined : formatValue(s, i)
    return value === undefined ? [] : [{ id: s.id, label: s.label, tone: s.tone, value }]
  })
  const at = chart.x.whole ? signed(String(x)) : figures(x, 4)
  return { x: chart.x.label ? `${chart.x.label}: ${at}` : at, rows }
}

function formatValue(series: Series, i: number): string | undefined {
  const format = (v: number | null | undefined) =>
    typeof v === 'number' ? figures(v, 3) : undefined
  if (series.kind !== 'band') return format(series.y[i])
  const low = format(series.low[i])
  const high = format(series.high[i])
  return low === undefined || high === undefined ? undefined : `${low} – ${high}`
}

/** The index nearest to `x`; none where the series does not reach, as in a run still in progress. */
function nearest(xs: readonly number[], x: number): number | undefined {
  let best: number | undefined
  xs.forEach((value, i) => {
    if (best === undefined || Math.abs(value - x) < Math.abs((xs[best] ?? 0) - x)) best = i
  })
  if (best === undefined) return undefined
  const reach = Math.max(
    ...[best - 1, best + 1].map((i) => Math.abs((xs[i] ?? NaN) - (xs[best as number] ?? 0)) || 0),
  )
  return Math.abs((xs[best] ?? 0) - x) <= reach ? best : undefined
}
