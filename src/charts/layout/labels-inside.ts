/** Names inside the plot, just above or below their lines, where nothing else passes. */
import type { Line } from '../model/chart.ts'
import type { Box } from './frame.ts'
import type { Habits, Wanted } from './label.ts'
import type { Layout } from './layout.ts'
import type { Name } from './legend.ts'
import { type Cover, coverOf, crossings, extremes, firstAndLast } from './occupancy.ts'

/** Along the line, in order of preference; at each above or below, and shifted three ways. */
const stations = [1, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0]
const shifts = [0.5, 1, 0]
/** Farther from its line than this, in its own heights, a name is no longer read with it. */
const farthest = 2.2
/** Between a name and a line that is not its own: closer, it would be read with that one. */
const nearOther = 5

type Covers = ReadonlyMap<Line, Cover>

/** Whoever comes first has the choice: from the lines' top to bottom and the other way round, the better of both. */
export function inside(
  wanted: readonly Wanted[],
  drawn: readonly Pick<Wanted, 'line' | 'runs'>[],
  layout: Layout,
  habits: Habits,
): Name[] {
  const { plot } = layout
  const covers: Covers = new Map(drawn.map(({ line, runs }) => [line, coverOf(line, runs, plot)]))
  const end = ({ runs }: Wanted) => runs.at(-1)?.at(-1)?.[1] ?? 0
  const downward = [...wanted].sort((a, b) => end(a) - end(b))
  const first = place(downward, covers, layout, habits)
  const second = place(downward.toReversed(), covers, layout, habits)
  const best = second.cost < first.cost ? second : first
  for (const { name, id } of best.placed) habits.set(name.line.id, id)
  return best.placed.map(({ name }) => name)
}

interface Attempt {
  readonly placed: readonly { readonly name: Name; readonly id: number }[]
  readonly cost: number
}

/** A name left out costs more than any place. */
const leftOut = 1000

function place(
  wanted: readonly Wanted[],
  covers: Covers,
  { plot, size }: Layout,
  habits: Habits,
): Attempt {
  const placed: { name: Name; id: number }[] = []
  let total = 0
  for (const name of wanted) {
    const free = ({ box }: Choice) => placed.every(({ name }) => !overlap(box, name.box, 2))
    const own = covers.get(name.line) as Cover
    const near = besides(name, own, plot).filter(free)
    const choices = near.length > 0 ? near : anywhere(name, plot, size).filter(free)
    const usual = habits.get(name.line.id)
    const price = ({ id, cost }: Choice) => (id === usual ? cost - 8 : cost)
    let best: Choice | undefined
    let least = Infinity
    // Cheapest first: crossings only add, so that most places need not be looked at.
    for (const choice of choices.sort((a, b) => price(a) - price(b))) {
      if (price(choice) >= least) break
      const cost = price(choice) + disturbance(choice.box, name.line, covers, plot)
      if (cost < least) [best, least] = [choice, cost]
    }
    total += best ? least : leftOut
    if (best) {
      placed.push({ name: { line: name.line, text: name.text, box: best.box }, id: best.id })
    }
  }
  return { placed, cost: total }
}

/** What passes through a name, and what other line comes so near that the name would be read with it. */
function disturbance(box: Box, own: Line, covers: Covers, plot: Box): number {
  const wider = { ...box, top: box.top - nearOther, bottom: box.bottom + nearOther }
  let cost = 0
  for (const [line, cover] of covers) {
    const weight = line.faint ? 0.3 : 1
    cost += 3 * weight * crossings(cover, box, plot)
    if (line !== own && line.named) cost += 0.4 * weight * crossings(cover, wider, plot)
  }
  return cost
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
      const columns = firstAndLast({ left: left - 6, right: left + width + 6 }, plot)
      const [high, low] = extremes(own, columns, point[1])
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

/** The last resort: any place, the nearer to the line's end the better. With none free, no name. */
function anywhere({ runs, width, height }: Wanted, plot: Box, size: number): Choice[] {
  const [x, y] = runs.at(-1)?.at(-1) ?? [plot.right, plot.top]
  const out: Choice[] = []
  for (let right = plot.right - 2; right - width >= plot.left; right -= 2 * size) {
    for (let top = plot.top; top + height <= plot.bottom; top += size / 2) {
      const box = { left: right - width, top, right, bottom: top + height }
      const cost = Math.abs(right - x) / 4 + Math.abs(top + height / 2 - y) / 2
      out.push({ id: -1 - out.length, cost, box })
    }
  }
  return out
}

export function overlap(a: Box, b: Box, room = 0): boolean {
  return (
    a.left < b.right + room &&
    b.left < a.right + room &&
    a.top < b.bottom + room &&
    b.top < a.bottom + room
  )
}
