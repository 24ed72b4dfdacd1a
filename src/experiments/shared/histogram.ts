import { math } from '../../core/index.ts'

/** Bars of a histogram: odd, so that one has its middle at 0. The outer two also hold what lies beyond. */
export const bins = 31

/** How the values that are not exactly 0 share themselves out over equal bins from −reach to reach. */
export function countedShares(values: Float64Array, reach: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  let total = 0
  for (const value of values) {
    if (value === 0) continue
    const bin = Math.floor(((value / reach + 1) / 2) * bins)
    const inside = Math.max(0, Math.min(bins - 1, bin))
    counts[inside] = (counts[inside] as number) + 1
    total++
  }
  return counts.map((count) => count / Math.max(1, total))
}

/** The same for a normal law with mean 0. */
export function normalShares(deviation: number, reach: number): number[] {
  const below = (edge: number) => 0.5 * math.erfc(-edge / (deviation * Math.SQRT2))
  const edges = Array.from({ length: bins - 1 }, (_, i) => reach * ((2 * (i + 1)) / bins - 1))
  const totals = [0, ...edges.map(below), 1]
  return totals.slice(1).map((total, i) => total - (totals[i] as number))
}
