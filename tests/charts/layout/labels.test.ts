import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoneTexts } from '../../../src/charts/layout/axis-text.ts'
import { shapes } from '../../../src/charts/layout/frame.ts'
import { points } from '../../../src/charts/layout/geometry.ts'
import { placeLabels } from '../../../src/charts/layout/labels.ts'
import { spread } from '../../../src/charts/layout/labels-at-ends.ts'
import { overlap } from '../../../src/charts/layout/labels-inside.ts'
import { layout } from '../../../src/charts/layout/layout.ts'
import type { Plot } from '../../../src/charts/model/chart.ts'
import { line, profile } from '../samples.ts'

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
  return { page, all: placeLabels(chart, page, (line) => points(line, chart, page, at)) }
}

describe('line labels', () => {
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

  it('go to a legend above the plot if they are many or long, or belong to a scatter plot', () => {
    const keyed = (series: Plot['series']) => layout({ ...profile, series }, 'half').legend.length
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => line({ id: `${i}`, label: `run ${i}` }))
    const long = line({ label: 'from w 0.6 and b 0.9, under mean squared error' })
    expect(keyed(many(3))).toBe(0)
    expect(keyed(many(4))).toBe(4)
    expect(keyed([long, ...many(1)])).toBe(2)
    expect(keyed([line({ dash: 'none' }), ...many(1)])).toBe(1)
    expect(layout({ ...profile, series: many(4) }, 'wide').legend).toEqual([])
  })

  it('take less than half of the height, however many they are', () => {
    const label = 'one of many runs with a name that is much longer than any plot is wide'
    const series = Array.from({ length: 12 }, (_, i) =>
      line({ id: `${i}`, label: `${i} ${label}` }),
    )
    const { plot, height, legend: key } = layout({ ...profile, series }, 'narrow')
    expect(plot.bottom - plot.top).toBeGreaterThan(0.4 * height)
    expect(Math.max(...key.map(({ box }) => box.bottom))).toBeLessThanOrEqual(plot.top)
  })

  it('cross no line if there is room', () => {
    const series = [0.1, 1e-4, 1e-8].map((y, i) =>
      line({ id: `${i}`, label: `run ${i}`, y: Array.from({ length: 12 }, () => y) }),
    )
    const chart = { ...profile, series }
    const page = layout(chart, 'half')
    const at = {
      x: (v: number) => page.plot.left + ((v - 1) / 11) * (page.plot.right - page.plot.left),
      y: (v: number) => page.plot.top + (Math.log10(v) / -12) * (page.plot.bottom - page.plot.top),
    }
    const all = placeLabels(chart, page, (line) => points(line, chart, page, at))
    for (const { box } of all)
      for (const { y } of series)
        expect(at.y(y[0] ?? 1) <= box.top || at.y(y[0] ?? 1) >= box.bottom).toBe(true)
    expect(all).toHaveLength(3)
  })

  it('of zones are placed where no line passes', () => {
    const { plot } = layout(profile, 'half')
    const zone = {
      x: plot.left,
      y: plot.top,
      width: 100,
      height: plot.bottom - plot.top,
      label: 'saturated',
    }
    const page = layout(profile, 'half')
    const level = (share: number) => plot.top + share * zone.height
    const across = (y: number) => [[plot.left, y] as const, [plot.right, y] as const]
    const at = (height: number) =>
      zoneTexts({ ...profile, series: [line()] }, [zone], page, () => across(level(height)))[0]?.y
    expect(at(0.9)).toBeCloseTo(level(0.5), -1)
    expect(Math.abs((at(0.5) ?? 0) - level(0.5))).toBeGreaterThan(20)
  })

  it('are as near as possible to the wanted heights without overlap', () => {
    expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90])
    expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55])
    expect(spread([0, 0, 0], [10, 10, 10], 0, 100)).toEqual([5, 15, 25])
    expect(spread([99, 99], [10, 10], 0, 100)).toEqual([85, 95])
  })
})
