import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { frames, type Shape, shapes } from '../../../src/charts/layout/frame.ts'
import type { Chart } from '../../../src/charts/model/chart.ts'
import { StaticChart, StaticCharts } from '../../../src/charts/svg/StaticChart.tsx'
import { marksIn, placesOf } from '../layout/places.ts'
import { bars, layers, line, loss, profile, zones } from '../samples.ts'

const draw = (chart: Chart, shape: Shape = 'wide') =>
  renderToStaticMarkup(h(StaticChart, { chart, shape }))
const count = (svg: string, part: RegExp) => svg.match(new RegExp(part, 'g'))?.length ?? 0
const paths = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`class="${name}[^"]*"[^>]* d="([^"]*)"`, 'g'))].map(([, d = '']) => d)

describe('a static chart', () => {
  it('has a name, no inline style and no id', () => {
    for (const shape of shapes) {
      const svg = draw(profile, shape)
      expect(svg).toContain('role="img"')
      expect(svg).toContain('aria-label="Gradient norm by layer"')
      expect(svg).not.toMatch(/style=|\bid=|NaN|Infinity|undefined/)
    }
  })

  it('comes in every shape', () => {
    const all = renderToStaticMarkup(h(StaticCharts, { charts: [loss], at: 0 }))
    for (const shape of shapes) {
      const { width, height } = frames[shape]
      expect(all).toContain(`class="chart-static chart-${shape}" viewBox="0 0 ${width} ${height}"`)
    }
  })

  it('is never wide beside another, and nothing where there is none', () => {
    const beside = renderToStaticMarkup(h(StaticCharts, { charts: [profile, loss], at: 1 }))
    expect(beside.match(/chart-static chart-\w+/g)).toEqual([
      'chart-static chart-half',
      'chart-static chart-narrow',
    ])
    expect(renderToStaticMarkup(h(StaticCharts, { charts: [loss], at: 1 }))).toBe('')
  })

  it('draws lines, dashes, markers, bands and names by tone', () => {
    const svg = draw(profile)
    // Each line once as a line and once as the sample before its name.
    expect(paths(svg, 'chart-line')).toHaveLength(6)
    expect(count(svg, /stroke-dasharray="7 5"/)).toBe(2)
    expect(marksIn(svg)).toBe(2 * (12 + 1))
    expect(paths(svg, 'chart-fill tone-one')[0]).toMatch(/^M.*z$/)
    expect(svg).toMatch(/<g class="tone-two">.*ReLU, He/)
    expect(svg).toMatch(/<g class="tone-theory">.*theory/)
  })

  it('sets powers of ten with a raised exponent and a true minus', () => {
    expect(draw(profile)).toMatch(/>10<tspan dy="-5.3" font-size="10.9">−12<\/tspan>/)
  })

  it('thins the markers of a long line', () => {
    const drawn = marksIn(draw(loss))
    expect(drawn).toBeGreaterThan(15)
    expect(drawn).toBeLessThanOrEqual(31)
  })

  it('leaves a gap for what is missing or not positive on a log axis', () => {
    const y = layers.map((layer) => (layer === 4 ? null : layer === 8 ? 0 : 0.1))
    const [d = ''] = paths(draw({ ...profile, series: [line({ y })] }), 'chart-line')
    expect(count(d, /M/)).toBe(3)
  })

  it('cuts a line at the edge of the plot and does not draw it flat there', () => {
    const chart = { ...profile, series: [line({ x: [1, 5, 9], y: [0.1, 1e3, 0.1] })] }
    const [d = ''] = paths(draw(chart), 'chart-line')
    const top = 2.1 * frames.wide.size
    const [up = [], down = []] = placesOf(d)
    expect(placesOf(d)).toHaveLength(2)
    expect(up).toHaveLength(2)
    expect(down).toHaveLength(2)
    expect(Math.min(...[...up, ...down].map(([, y]) => y ?? 0))).toBeCloseTo(top, 1)
    const [first = 0, cut = 0, last = 0] = [up[0]?.[0], up[1]?.[0], down[1]?.[0]]
    expect(cut).toBeLessThan(first + last / 2)
  })

  it('lets bars start from 1 on a log axis', () => {
    const svg = draw(bars)
    const rects = [
      ...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g),
    ]
    expect(rects).toHaveLength(2)
    const [down, up] = rects.map(([, y, height]) => [Number(y), Number(height)] as const)
    // Each is rounded to a tenth.
    expect(Math.abs((down?.[0] ?? 0) - (up?.[0] ?? 0) - (up?.[1] ?? 0))).toBeLessThan(0.16)
    expect(svg).toContain('tone-ramp-5')
  })

  it('shades zones as far as they lie in the plot, with their words, and draws the cursor', () => {
    const svg = draw(zones)
    expect(count(svg, /class="chart-zone"/)).toBe(2)
    expect(svg).toContain('>saturated<')
    expect(svg).toContain('>saturated too<')
    expect(paths(svg, 'chart-cursor')).toHaveLength(1)
  })

  it('shows a single point even where its line has no markers', () => {
    const svg = draw({ ...loss, series: [line({ x: [3], y: [1], marker: 'none', named: false })] })
    expect(marksIn(svg)).toBe(1)
  })

  it('shows its empty text only when there is nothing to draw', () => {
    const nothing = line({ y: layers.map(() => null) })
    const svg = draw({ ...profile, series: [nothing], empty: 'no run yet' })
    expect(svg).toContain('no run yet')
    expect(svg).not.toContain('sigmoid, Xavier')
    expect(paths(svg, 'chart-line')).toEqual([])
    expect(draw({ ...profile, empty: 'no run yet' })).not.toContain('no run yet')
  })

  it('draws any domain', () => {
    const domains = [
      [0, 1e300],
      [-1e-300, 1e-300],
      [5, 5],
      [1, -1],
      [Number.NaN, 1],
      [0, Infinity],
    ]
    for (const scale of ['linear', 'log'] as const) {
      for (const [low = 0, high = 0] of domains) {
        const svg = draw({ ...profile, y: { label: 'y', scale, domain: [low, high] } })
        expect(svg, `${scale} ${low} ${high}`).not.toMatch(/NaN|Infinity/)
      }
    }
  })
})
