/** Labels inside the plot, just above or below their lines, where no other line passes. */
import type { Line } from '../model/chart.ts'
import type { Box } from './frame.ts'
import type { LabelRequest, PreviousPlacements } from './label.ts'
import type { Layout } from './layout.ts'
import type { LineLabel } from './legend.ts'
import { columnRange, crossings, extremes, type Occupancy, occupancyOf } from './occupancy.ts'

/** Fractions along the line, in order of preference; at each, above or below and with three horizontal shifts. */
const candidatePositions = [1, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0]
const candidateShifts = [0.5, 1, 0]
/** In label heights: farther from its line, a label is no longer associated with it. */
const maxDistance = 2.2
/** Least distance to other labelled lines: closer, the label might be read as theirs. */
const otherLineMargin = 5

type OccupancyByLine = ReadonlyMap<Line, Occupancy>

/** Greedy placement, once in order from top to bottom and once reversed; keeps the cheaper result. */
export function placeInside(
  requests: readonly LabelRequest[],
  drawn: readonly Pick<LabelRequest, 'line' | 'polylines'>[],
  layout: Layout,
  previousPlacements: PreviousPlacements,
): LineLabel[] {
  const { plot } = layout
  const occupancies: OccupancyByLine = new Map(
    drawn.map(({ line, polylines }) => [line, occupancyOf(line, polylines, plot)]),
  )
  const end = ({ polylines }: LabelRequest) => polylines.at(-1)?.at(-1)?.[1] ?? 0
  const downward = [...requests].sort((a, b) => end(a) - end(b))
  const first = placeInOrder(downward, occupancies, layout, previousPlacements)
  const second = placeInOrder(downward.toReversed(), occupancies, layout, previousPlacements)
  const best = second.cost < first.cost ? second : first
  for (const { label, id } of best.placed) previousPlacements.set(label.line.id, id)
  return best.placed.map(({ label }) => label)
}

interface Placement {
  readonly placed: readonly { readonly label: LineLabel; readonly id: number }[]
  readonly cost: number
}

/** Omitting a label costs more than any placement. */
const omittedCost = 1000

function placeInOrder(
  requests: readonly LabelRequest[],
  occupancies: OccupancyByLine,
  { plot, size }: Layout,
  previousPlacements: PreviousPlacements,
): Placement {
  const placed: { label: LineLabel; id: number }[] = []
  let total = 0
  for (const name of requests) {
    const free = ({ box }: Candidate) => placed.every(({ label }) => !overlap(box, label.box, 2))
    const own = occupancies.get(name.line) as Occupancy
    const near = candidatesAlongLine(name, own, plot).filter(free)
    const candidates = near.length > 0 ? near : candidatesAnywhere(name, plot, size).filter(free)
    const previous = previousPlacements.get(name.line.id)
    const price = ({ id, cost }: Candidate) => (id === previous ? cost - 8 : cost)
    let best: Candidate | undefined
    let least = Infinity
    // Cheapest first: overlap only adds to the cost, so the search can stop early.
    for (const candidate of candidates.sort((a, b) => price(a) - price(b))) {
      if (price(candidate) >= least) break
      const cost = price(candidate) + overlapCost(candidate.box, name.line, occupancies, plot)
      if (cost < least) [best, least] = [candidate, cost]
    }
    total += best ? least : omittedCost
    if (best) {
      placed.push({ label: { line: name.line, text: name.text, box: best.box }, id: best.id })
    }
  }
  return { placed, cost: total }
}

/** Cost of the lines that cross a label, and of other labelled lines too near to it. */
function overlapCost(box: Box, own: Line, occupancies: OccupancyByLine, plot: Box): number {
  const wider = { ...box, top: box.top - otherLineMargin, bottom: box.bottom + otherLineMargin }
  let cost = 0
  for (const [line, cover] of occupancies) {
    const weight = line.faint ? 0.3 : 1
    cost += 3 * weight * crossings(cover, box, plot)
    if (line !== own && line.named) cost += 0.4 * weight * crossings(cover, wider, plot)
  }
  return cost
}

interface Candidate {
  readonly id: number
  readonly cost: number
  readonly box: Box
}

/** Boxes just above or below the label's line, inside the plot. */
function candidatesAlongLine(name: LabelRequest, own: Occupancy, plot: Box): Candidate[] {
  const { polylines, width, height } = name
  const path = polylines.flat()
  return candidatePositions.flatMap((position, s) => {
    const point = path[Math.round(position * (path.length - 1))]
    if (!point) return []
    return [...candidateShifts.keys()].flatMap((h) => {
      const preferred = point[0] - width * (candidateShifts[h] ?? 0)
      const left = Math.max(plot.left + 2, Math.min(plot.right - 2 - width, preferred))
      const columns = columnRange({ left: left - 6, right: left + width + 6 }, plot)
      const [high, low] = extremes(own, columns, point[1])
      const above = high - 6 - height
      const below = low + 6
      return [above, below].flatMap((top, side) => {
        const distance = Math.abs(top + height / 2 - point[1]) / height
        if (distance > maxDistance || top < plot.top - 2 || top + height > plot.bottom - 2)
          return []
        const box = { left, top, right: left + width, bottom: top + height }
        return [{ id: 6 * s + 2 * h + side, cost: 2 * s + h + side / 2 + 4 * distance, box }]
      })
    })
  })
}

/** Fallback: a lattice over the whole plot, cheaper near the line's end. */
function candidatesAnywhere(
  { polylines, width, height }: LabelRequest,
  plot: Box,
  size: number,
): Candidate[] {
  const [x, y] = polylines.at(-1)?.at(-1) ?? [plot.right, plot.top]
  const out: Candidate[] = []
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
