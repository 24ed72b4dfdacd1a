import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { chartToTable } from '../../../src/charts/export/table.ts'
import type { Grid } from '../../../src/charts/model/chart.ts'
import { StaticCharts } from '../../../src/charts/svg/StaticChart.tsx'

/** A grid without cells is a plane to draw lines on. */
const plane: Grid = {
  kind: 'grid',
  id: 'plane',
  title: 'Paths',
  x: { label: 'u', count: 3, domain: [-3, 3] },
  y: { label: 'v', count: 2, domain: [-2, 2] },
  values: [],
  colour: 'sequential',
  domain: [0, 1],
  lines: [
    { label: '', tone: 'theory', dash: 'dotted', x: [-1, 0, 1], y: [0, 1, 0] },
    { label: '', tone: 'theory', dash: 'dotted', x: [-2, 0, 2], y: [0, 2, 0] },
    { label: 'path', tone: 'one', dash: 'solid', x: [2, 1], y: [1, 0.5] },
  ],
}

test('its lines are drawn, those with a name are in the key, and there is no scale of colours', () => {
  const svg = renderToStaticMarkup(h(StaticCharts, { charts: [plane], at: 0 }))
  expect(svg).toContain('>path<')
  expect(svg).not.toContain('chart-fill')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  // Three lines and one sample in the key, in each shape of the drawing.
  const drawings = svg.match(/<svg/g)?.length ?? 0
  expect(svg.match(/class="chart-line/g)).toHaveLength(4 * drawings)
})

test('as a table it has the lines with a name only', () => {
  expect(chartToTable(plane)).toEqual({
    columns: ['path, u', 'path, v'],
    rows: [
      [2, 1],
      [1, 0.5],
    ],
  })
})
