import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { shapes } from '../../../src/charts/layout/frame.ts'
import { valueAcross } from '../../../src/charts/layout/geometry.ts'
import { layout } from '../../../src/charts/layout/layout.ts'
import { StaticChart } from '../../../src/charts/svg/StaticChart.tsx'
import { line, loss, profile } from '../samples.ts'
import { marksIn } from './places.ts'

describe('a handle', () => {
  const chart = { ...loss, handle: { x: 100, y: 1, tone: 'one' } as const }

  test.each(shapes)('%s: is drawn at its x, and a pointer there gives that x', (shape) => {
    const svg = renderToStaticMarkup(h(StaticChart, { chart, shape }))
    const [, at = ''] = svg.match(/<circle class="chart-handle tone-one" cx="([\d.]+)"/) ?? []
    const page = layout(chart, shape)
    expect(valueAcross(Number(at) / page.width, chart, page)).toBeCloseTo(100, 1)
  })

  test('stays inside the plot, however far the pointer goes', () => {
    const page = layout(chart, 'wide')
    expect([-1, 0, 1, 2].map((share) => valueAcross(share, chart, page))).toEqual([0, 0, 400, 400])
  })

  test('on a logarithmic axis the middle is the root of the product', () => {
    const log = { ...chart, x: { label: '', scale: 'log', domain: [1, 100] } } as const
    const page = layout(log, 'half')
    const middle = (page.plot.left + page.plot.right) / 2 / page.width
    expect(valueAcross(middle, log, page)).toBeCloseTo(10, 10)
  })

  test('is not drawn where the axes do not reach', () => {
    const beyond = { ...loss, handle: { x: 401, y: 1, tone: 'one' } as const }
    const svg = renderToStaticMarkup(h(StaticChart, { chart: beyond, shape: 'wide' }))
    expect(svg).not.toContain('chart-handle')
  })
})

test('a cloud of points has every marker, and no line between them', () => {
  const x = Array.from({ length: 100 }, (_, i) => 1 + i / 10)
  const cloud = line({ dash: 'none', x, y: x.map(() => 1e-6) })
  const svg = renderToStaticMarkup(
    h(StaticChart, { chart: { ...profile, series: [cloud] }, shape: 'wide' }),
  )
  expect(marksIn(svg)).toBe(100 + 1)
  expect(svg).not.toContain('chart-line')
})
