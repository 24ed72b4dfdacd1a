import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plot } from '../../src/charts/chart.ts'
import { points } from '../../src/charts/geometry.ts'
import { layout, shapes } from '../../src/charts/layout.ts'
import { names, overlap, spread } from '../../src/charts/names.ts'
import { line, profile } from './samples.ts'

const anyLine = fc.record({
  label: fc.constantFrom('ReLU, He', 'tanh', 'theory: ×0.236 a layer', 'sigmoid, Xavier, seed 3'),
  y: fc.array(fc.option(fc.double({ min: -2, max: 12, noNaN: true })), {
    minLength: 12,
    maxLength: 12,
  }),
})

function placed(chart: Plot, shape: (typeof shapes)[number]) {
  const page = layout(chart, shape)
  const { plot, y } = page
  const [low, high] = y.domain
  const at = {
    x: (v: number) => plot.left + ((v - 1) / 11) * (plot.right - plot.left),
    y: (v: number) => plot.bottom - ((v - low) / (high - low)) * (plot.bottom - plot.top),
  }
  return { page, all: names(chart, page, (line) => points(line, chart, page, at)) }
}

describe('names of lines', () => {
  it('never overlap and never leave the chart', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 8 }),
        fc.constantFrom(...shapes),
        (lines, shape) => {
          const series = lines.map((given, i) => line({ ...given, id: `${i}` }))
          const y = { label: 'y', scale: 'linear', domain: [0, 10] } as const
          const { page, all } = placed({ ...profile, y, series }, shape)
          return all.every(
            ({ box }, i) =>
              box.left >= 0 &&
              box.right <= page.width + 0.01 &&
              box.top >= 0 &&
              box.bottom <= page.height &&
              all.slice(0, i).every((other) => !overlap(box, other.box, -0.01)),
          )
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })

  it('keep a place for each of six lines that end together', () => {
    for (const shape of shapes) {
      const series = Array.from({ length: 6 }, (_, i) => line({ id: `${i}`, label: `run ${i}` }))
      expect(placed({ ...profile, series }, shape).all, shape).toHaveLength(6)
    }
  })

  it('stand at the height of the line where there is room', () => {
    expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90])
    expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55])
    expect(spread([0, 0, 0], [10, 10, 10], 0, 100)).toEqual([5, 15, 25])
    expect(spread([99, 99], [10, 10], 0, 100)).toEqual([85, 95])
  })
})
