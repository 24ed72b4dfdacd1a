import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { chartToTable } from '../../../src/charts/export/table.ts'
import {
  barsPath,
  histogramsLayout,
  relativeHeights,
  theoryPath,
} from '../../../src/charts/grid/histograms.ts'
import { frames, shapes } from '../../../src/charts/layout/frame.ts'
import type { Histograms } from '../../../src/charts/model/chart.ts'
import { StaticCharts } from '../../../src/charts/svg/StaticChart.tsx'

const chart: Histograms = {
  kind: 'histograms',
  id: 'z',
  title: 'Histograms of z',
  label: 'z, from −1 to 1',
  columnLabel: 'hidden layer',
  column: 'layer',
  theory: 'theory',
  domain: [-1, 1],
  bins: 4,
  rows: [
    {
      id: 'a',
      label: 'He',
      tone: 'two',
      marker: 'square',
      shares: [0.1, 0.6, 0.3, 0, 0.9, 0.05, 0.05, 0],
      predicted: [0.1, 0.4, 0.4, 0.1, 0.3, 0.2, 0.2, 0.3],
    },
    { id: 'b', label: 'Xavier', tone: 'three', marker: 'triangle', shares: [0, 0, 0, 0] },
  ],
}

describe('histograms', () => {
  it('are drawn in every shape, inside the frame, with a name and no inline style', () => {
    const svg = renderToStaticMarkup(h(StaticCharts, { charts: [chart], at: 0 }))
    expect(svg).toContain('aria-label="Histograms of z"')
    expect(svg).not.toMatch(/style=|\bid=|NaN|Infinity|undefined/)
    for (const shape of shapes) {
      const { width, height } = frames[shape]
      expect(svg).toContain(`class="chart-static chart-${shape}" viewBox="0 0 ${width} ${height}"`)
      const { columns, rows, cellWidth } = histogramsLayout(chart, shape)
      expect(columns).toHaveLength(2)
      expect((columns.at(-1) as number) + cellWidth).toBeLessThanOrEqual(width)
      expect(rows.at(-1)?.foot).toBeLessThan(height)
      for (const { top, foot } of rows) expect(foot - top).toBeGreaterThan(20)
    }
  })

  it('number their columns from 1, and leave numbers out evenly where all would not fit', () => {
    const numbers = (columns: number) => {
      const shares = Array.from({ length: 4 * columns }, () => 0.25)
      const rows = [{ ...(chart.rows[1] as Histograms['rows'][number]), shares }]
      const svg = renderToStaticMarkup(h(StaticCharts, { charts: [{ ...chart, rows }], at: 0 }))
      return svg
        .split('<svg')
        .slice(1)
        .map((one) => [...one.matchAll(/>(\d+)</g)].map(([, n]) => Number(n)))
    }
    expect(numbers(3)).toEqual(shapes.map(() => [1, 2, 3]))
    for (const shown of numbers(50)) {
      const [every = 0] = shown
      expect(every).toBeLessThan(25)
      expect(shown).toEqual(
        Array.from({ length: Math.floor(50 / every) }, (_, i) => (i + 1) * every),
      )
    }
  })

  it('have theory in the key where a row has it', () => {
    const drawn = (rows: Histograms['rows']) =>
      renderToStaticMarkup(h(StaticCharts, { charts: [{ ...chart, rows }], at: 0 }))
    expect(drawn(chart.rows)).toContain('>theory<')
    expect(drawn(chart.rows.slice(1))).not.toContain('>theory<')
  })

  it('reach their room with the highest inner bar, and cut the outer ones there', () => {
    const [first, second] = relativeHeights(chart.rows[0] as Histograms['rows'][number], 4)
    expect(first?.shares).toEqual([0.1 / 0.6, 1, 0.5, 0])
    expect(second?.shares).toEqual([1, 0.25, 0.25, 0])
    expect(second?.predicted).toEqual([1, 1, 1, 1])
    const [empty] = relativeHeights(chart.rows[1] as Histograms['rows'][number], 4)
    expect(empty?.shares).toEqual([0, 0, 0, 0])
  })

  it('are outlined without gaps; theory’s line leaves the outer bars out', () => {
    const page = {
      columns: [10],
      labelStep: 1,
      rows: [{ top: 0, foot: 100 }],
      cellWidth: 40,
    }
    expect(barsPath([0, 1, 0.5, 0], 0, 0, page)).toBe('M10,100H20V0H30V50H40V100H50V100z')
    expect(barsPath([0, 0, 0, 0], 0, 0, page)).toBe('')
    expect(theoryPath([1, 1, 0.5, 1], 0, 0, page)).toBe('M25 0l10 50')
    expect(theoryPath([], 0, 0, page)).toBe('')
  })

  it('have a table with a row for each bin and a column for each histogram', () => {
    const { columns, rows } = chartToTable(chart)
    expect(columns).toEqual([
      'z, from −1 to 1',
      ...['He, layer 1', 'He, layer 2', 'He, theory, layer 1', 'He, theory, layer 2'],
      'Xavier, layer 1',
    ])
    expect(rows).toHaveLength(4)
    expect(rows[1]).toEqual(['−0.25', 0.6, 0.05, 0.4, 0.2, 0])
  })
})
