/** Labels inside the plot: nearer to their own line than to any other, and stable while lines move. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../src/charts/layout/frame.ts'
import { points } from '../../../src/charts/layout/geometry.ts'
import type { PreviousPlacements } from '../../../src/charts/layout/label.ts'
import { placeLabels } from '../../../src/charts/layout/labels.ts'
import { layout } from '../../../src/charts/layout/layout.ts'
import type { Plot } from '../../../src/charts/model/chart.ts'
import { layers, line, profile } from '../samples.ts'

/** A chart whose y is a distance from the top of the plot in the chart's own units. */
const axis = { label: 'y', scale: 'linear', domain: [0, 1000] } as const
const { plot } = layout({ ...profile, y: axis }, 'half')
const middle = (plot.bottom - plot.top) / 2

type Height = (x: number) => number
/** Straight lines over twelve layers; `rise` is from the first layer to the last. */
const straight =
  (height: number, rise = 0): Height =>
  (x) =>
    height - rise * ((x - 1) / 11 - 0.5)

function place(lines: readonly Height[], previousPlacements?: PreviousPlacements) {
  const series = lines.map((height, i) =>
    line({ id: `${i}`, label: `run ${i}`, y: layers.map(height) }),
  )
  const chart: Plot = { ...profile, y: axis, series }
  const page = layout(chart, 'half')
  const at = {
    x: (v: number) => plot.left + ((v - 1) / 11) * (plot.right - plot.left),
    y: (v: number) => plot.top + v,
  }
  return placeLabels(chart, page, (one) => points(one, chart, page, at), previousPlacements).map(
    ({ line, box }) => ({
      id: Number(line.id),
      box,
    }),
  )
}

/** How near a straight line comes to a box: 0 where it passes through. */
function distance(height: Height, box: Box): number {
  const ends = [box.left, box.right].map((x) => {
    const layer = 1 + (11 * (x - plot.left)) / (plot.right - plot.left)
    return plot.top + height(layer)
  })
  return Math.max(0, Math.min(...ends) - box.bottom, box.top - Math.max(...ends))
}

const anyRise = fc.double({ min: -60, max: 60, noNaN: true })
const heightOfName = 13 * 1.2

describe('a label inside the plot', () => {
  it('keeps clear of its own line, and farther from every other one', () => {
    // Three lines one above the other: the outer labels have room; the middle one has room only above or
    // only below.
    const near = fc.double({ min: heightOfName + 7, max: heightOfName + 14, noNaN: true })
    fc.assert(
      fc.property(near, anyRise, fc.boolean(), (gap, rise, isAbove) => {
        const heights = isAbove
          ? [middle - gap, middle, middle + 70]
          : [middle - 70, middle, middle + gap]
        const lines = heights.map((height) => straight(height, rise))
        const placed = place(lines)
        expect(placed).toHaveLength(3)
        for (const { id, box } of placed) {
          const own = distance(lines[id] as Height, box)
          const others = lines.filter((_, i) => i !== id).map((other) => distance(other, box))
          expect(own).toBeGreaterThan(3)
          expect(Math.min(...others)).toBeGreaterThanOrEqual(4)
          expect(own).toBeLessThan(2.2 * heightOfName)
        }
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('does not jump while another line moves about it', () => {
    const gaps = fc.array(fc.double({ min: heightOfName + 8, max: 60, noNaN: true }), {
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(gaps, fc.boolean(), (all, isAbove) => {
        const previousPlacements: PreviousPlacements = new Map()
        const boxes = all.map((gap) => {
          const lines = [straight(middle), straight(isAbove ? middle - gap : middle + gap)]
          return place(lines, previousPlacements).find(({ id }) => id === 0)?.box
        })
        for (const box of boxes) expect(box).toEqual(boxes[0])
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('leaves its place where a line comes to lie on it', () => {
    const previousPlacements: PreviousPlacements = new Map()
    const nameOf = (other: Height) =>
      place([straight(middle), other], previousPlacements).find(({ id }) => id === 0)?.box as Box
    const before = nameOf(straight(middle - 60))
    const crossing = straight(middle - 14)
    expect(distance(crossing, before)).toBe(0)
    expect(distance(crossing, nameOf(crossing))).toBeGreaterThan(4)
  })
})
