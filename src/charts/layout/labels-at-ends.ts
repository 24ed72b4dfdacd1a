/** Labels at the right ends of lines, spread vertically so that they do not overlap. For wide charts. */

import type { LabelRequest } from './label.ts'
import { type Layout, labelGap } from './layout.ts'
import { type LineLabel, textOffset } from './legend.ts'

export function placeAtEnds(
  requests: readonly LabelRequest[],
  { plot, size }: Layout,
): LineLabel[] {
  const low = plot.top - 0.6 * size
  const high = plot.bottom + 0.6 * size
  const ends = requests.map((name) => ({
    ...name,
    end: name.polylines.at(-1)?.at(-1) ?? ([0, 0] as const),
  }))
  const kept = ends.filter(
    (_, i) => ends.slice(0, i + 1).reduce((sum, { height }) => sum + height, 0) <= high - low,
  )
  kept.sort((a, b) => a.end[1] - b.end[1])
  const middles = spread(
    kept.map(({ end }) => end[1]),
    kept.map(({ height }) => height),
    low,
    high,
  )
  return kept.map(({ line, text, width, height, end }, i) => {
    // The legend marker of a scatter plot must lie outside the plot, or it would look like a data point.
    const left = line.dash === 'none' ? plot.right - textOffset / 2 : end[0]
    const top = (middles[i] ?? 0) - height / 2
    const box = { left: left + labelGap, top, right: left + labelGap + width, bottom: top + height }
    return { line, text, box }
  })
}

/**
 * Centres as near as possible to the wanted ones (ascending) without overlap, between `low` and `high`.
 * Overlapping neighbours are merged into a block around their mean (pool adjacent violators).
 */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  low: number,
  high: number,
): number[] {
  const offsets: number[] = []
  let total = 0
  for (const height of heights) {
    offsets.push(total + height / 2)
    total += height
  }
  const blocks: { mean: number; count: number }[] = []
  wanted.forEach((middle, i) => {
    let block = { mean: middle - (offsets[i] ?? 0), count: 1 }
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      const count = last.count + block.count
      block = { mean: (last.mean * last.count + block.mean * block.count) / count, count }
      blocks.pop()
    }
    blocks.push(block)
  })
  const starts = blocks.flatMap(({ mean, count }) => Array<number>(count).fill(mean))
  return starts.map((start, i) => Math.max(low, Math.min(high - total, start)) + (offsets[i] ?? 0))
}
