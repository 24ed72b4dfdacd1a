/**
 * Where the names of lines are written. On a wide chart at the line's right end, moved apart; on a
 * smaller one inside the plot, above or below the line, where there is room. Names never overlap.
 */
import type { Line, Plot } from './chart.ts'
import { type Point, type PointsOf, runs } from './geometry.ts'
import { type Box, type Layout, nameGap, nameLines, sampleWidth } from './layout.ts'
import { boldly, textWidth } from './text.ts'

export interface Name {
  readonly line: Line
  readonly text: readonly string[]
  readonly box: Box
}

/** Which place each name took, so that names of a moving line do not jump about. */
export type Habits = Map<string, number>

export const lineHeight = 1.2

interface Wanted {
  readonly line: Line
  readonly text: readonly string[]
  readonly runs: Point[][]
  readonly width: number
  readonly height: number
}

export function names(
  chart: Plot,
  layout: Layout,
  pointsOf: PointsOf,
  habits: Habits = new Map(),
): Name[] {
  const { size, shape, plot } = layout
  const lines = chart.series.flatMap((line) => {
    if (line.kind !== 'line') return []
    const drawn = runs(pointsOf(line), plot)
    if (drawn.length === 0) return []
    const text = nameLines(line.label, shape, size)
    const width = sampleWidth + 6 + Math.max(...text.map((row) => textWidth(row, size * boldly)))
    return [{ line, text, runs: drawn, width, height: text.length * size * lineHeight }]
  })
  const wanted = lines.filter(({ line }) => line.named && line.label)
  return shape === 'wide' ? atEnds(wanted, layout) : inside(wanted, lines, layout, habits)
}

function atEnds(wanted: readonly Wanted[], { plot, size }: Layout): Name[] {
  const low = plot.top - 0.6 * size
  const high = plot.bottom + 0.6 * size
  const ends = wanted.map((name) => ({
    ...name,
    end: name.runs.at(-1)?.at(-1) ?? ([0, 0] as const),
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
    const left = end[0] + nameGap
    const top = (middles[i] ?? 0) - height / 2
    return { line, text, box: { left, top, right: left + width, bottom: top + height } }
  })
}

/**
 * Middles as near to the wanted ones (ascending) as they can be with no overlap: neighbours that
 * would overlap form a block around their mean, so that none is favoured.
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

/** Along the line, in order of preference; at each above or below, and shifted three ways. */
const stations = [1, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0]
const shifts = [0.5, 1, 0]
/** Farther from its line than this, in its own heights, a name is no longer read with it. */
const farthest = 2.2

function inside(
  wanted: readonly Wanted[],
  lines: readonly Wanted[],
  { plot, size }: Layout,
  habits: Habits,
): Name[] {
  const covered = new Map(lines.map(({ line, runs }) => [line, profile(runs, plot)]))
  const taken: Name[] = []
  for (const name of wanted) {
    const own = covered.get(name.line) as Cover
    const boxes = besides(name, own, plot).filter(({ box }) => free(box, taken))
    const choices = boxes.length > 0 ? boxes : anywhere(name, plot, size, taken)
    const usual = habits.get(name.line.id)
    const price = ({ id, cost }: Choice) => (id === usual ? cost - 8 : cost)
    let best: Choice | undefined
    let least = Infinity
    // Cheapest first: crossings only add, so that most places need not be looked at.
    for (const choice of choices.sort((a, b) => price(a) - price(b))) {
      if (price(choice) >= least) break
      let cost = price(choice)
      for (const [line, cover] of covered) {
        cost += 3 * crossings(cover, choice.box, plot) * (line.faint ? 0.3 : 1)
      }
      if (cost < least) [best, least] = [choice, cost]
    }
    if (!best) continue
    habits.set(name.line.id, best.id)
    taken.push({ line: name.line, text: name.text, box: best.box })
  }
  return taken
}

interface Choice {
  readonly id: number
  readonly cost: number
  readonly box: Box
}

/** Boxes just above or below the line, clear of the line itself and inside the plot. */
function besides(name: Wanted, own: Cover, plot: Box): Choice[] {
  const { runs, width, height } = name
  const way = runs.flat()
  return stations.flatMap((station, s) => {
    const point = way[Math.round(station * (way.length - 1))]
    if (!point) return []
    return [...shifts.keys()].flatMap((h) => {
      const wish = point[0] - width * (shifts[h] ?? 0)
      const left = Math.max(plot.left + 2, Math.min(plot.right - 2 - width, wish))
      const [from, to] = firstAndLast({ left, right: left + width }, plot)
      const [high, low] = extremes(own, from, to, point[1])
      const above = high - 6 - height
      const below = low + 6
      return [above, below].flatMap((top, side) => {
        const away = Math.abs(top + height / 2 - point[1]) / height
        if (away > farthest || top < plot.top - 2 || top + height > plot.bottom - 2) return []
        const box = { left, top, right: left + width, bottom: top + height }
        return [{ id: 6 * s + 2 * h + side, cost: 2 * s + h + side / 2 + 4 * away, box }]
      })
    })
  })
}

/** The last resort: any free place, the nearer to the line's end the better. With none, no name. */
function anywhere(
  { runs, width, height }: Wanted,
  plot: Box,
  size: number,
  taken: readonly Name[],
): Choice[] {
  const [x, y] = runs.at(-1)?.at(-1) ?? [plot.right, plot.top]
  const out: Choice[] = []
  for (let right = plot.right - 2; right - width >= plot.left; right -= 2 * size) {
    for (let top = plot.top; top + height <= plot.bottom; top += size / 2) {
      const box = { left: right - width, top, right, bottom: top + height }
      const cost = Math.abs(right - x) / 4 + Math.abs(top + height / 2 - y) / 2
      if (free(box, taken)) out.push({ id: -1 - out.length, cost, box })
    }
  }
  return out
}

function free(box: Box, taken: readonly Name[]): boolean {
  return taken.every((other) => !overlap(box, other.box, 2))
}

/** What heights a line covers in each narrow column of the plot. Plain arrays: this runs at every drawing. */
interface Cover {
  readonly top: Float64Array
  readonly bottom: Float64Array
}

const columnWidth = 5

function profile(runs: readonly Point[][], plot: Box): Cover {
  const count = Math.ceil((plot.right - plot.left) / columnWidth) + 1
  const top = new Float64Array(count).fill(Infinity)
  const bottom = new Float64Array(count).fill(-Infinity)
  for (const run of runs) {
    let [x0, y0] = run[0] ?? [0, 0]
    for (const [x, y] of run) {
      const steps = Math.ceil(Math.abs(x - x0) / columnWidth) || 1
      for (let k = 1; k <= steps; k++) {
        const column = Math.round((x0 + ((x - x0) * k) / steps - plot.left) / columnWidth)
        const height = y0 + ((y - y0) * k) / steps
        if (height < (top[column] ?? -Infinity)) top[column] = height
        if (height > (bottom[column] ?? Infinity)) bottom[column] = height
      }
      x0 = x
      y0 = y
    }
  }
  return { top, bottom }
}

function firstAndLast({ left, right }: Pick<Box, 'left' | 'right'>, plot: Box): [number, number] {
  const column = (x: number) => Math.round((x - plot.left) / columnWidth)
  return [Math.max(0, column(left)), column(right)]
}

/** The highest and the lowest that a line gets between two x. */
function extremes({ top, bottom }: Cover, from: number, to: number, y: number): [number, number] {
  let [high, low] = [y, y]
  for (let i = from; i <= to && i < top.length; i++) {
    high = Math.min(high, top[i] as number)
    low = Math.max(low, bottom[i] as number)
  }
  return [high, low]
}

function crossings({ top, bottom }: Cover, box: Box, plot: Box): number {
  const [from, to] = firstAndLast(box, plot)
  let hits = 0
  for (let i = from; i <= to && i < top.length; i++) {
    if ((top[i] as number) <= box.bottom + 1 && (bottom[i] as number) >= box.top - 1) hits++
  }
  return hits
}

export function overlap(a: Box, b: Box, room = 0): boolean {
  return (
    a.left < b.right + room &&
    b.left < a.right + room &&
    a.top < b.bottom + room &&
    b.top < a.bottom + room
  )
}
