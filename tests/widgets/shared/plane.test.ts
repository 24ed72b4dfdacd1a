import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { chartToTable } from '../../../src/charts/export/table.ts'
import { gridLayout } from '../../../src/charts/grid/layout.ts'
import { shapes } from '../../../src/charts/layout/frame.ts'
import type { Grid } from '../../../src/charts/model/chart.ts'
import { StaticCharts } from '../../../src/charts/svg/StaticChart.tsx'
import { cells, square } from '../../../src/experiments/shared/classifier-answers.ts'
import { planeGrid } from '../../../src/widgets/shared/plane.ts'

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

describe('examples stand in the cells that they belong to', () => {
  const size = 4
  /** Of a square of 4 × 4 cells, the middle of a cell in column `c` from the left and row `r` from the top. */
  const middle = (c: number, r: number) => [-1.5 + c, 1.5 - r] as const
  const cellsOf = (value: (c: number, r: number) => number) =>
    Array.from({ length: size * size }, (_, i) => value(i % size, Math.floor(i / size)))
  const places = cellsOf((c, r) => size * r + c).map((i) => middle(i % size, Math.floor(i / size)))
  const grid: Grid = {
    ...planeGrid({
      regions: cellsOf((_, r) => (r < 2 ? 1 : 0)), // class 1 above, class 0 below
      reach: 2,
      inputs: places.flat(),
      labels: places.map(([, y]) => (y > 0 ? 1 : 0)),
      names: ['below', 'above'],
      axes: ['x', 'y'],
    }),
    id: 'plane',
    title: '',
  }

  test.each(shapes)('y grows upward and x to the right, %s', (shape) => {
    const { plot, cellWidth, cellHeight, x, y } = gridLayout(grid, shape)
    expect(grid.points).toHaveLength(size * size)
    grid.points?.forEach((point, i) => {
      const column = Math.floor((x(point.x) - plot.left) / cellWidth)
      const row = Math.floor((y(point.y) - plot.top) / cellHeight)
      expect([column, row]).toEqual([i % size, Math.floor(i / size)])
      expect(grid.values[size * row + column]).toBe(point.category)
    })
  })

  test('the middles of the cells that a network is asked in go row by row from the top left', () => {
    // As wide as there are cells, so that each is 2 wide and its middle is a whole number.
    const asked = square(cells)
    const edge = cells - 1
    expect([...asked.slice(0, 4)]).toEqual([-edge, edge, 2 - edge, edge])
    expect([...asked.slice(2 * cells - 2, 2 * cells + 2)]).toEqual([edge, edge, -edge, edge - 2])
    expect([...asked.slice(-2)]).toEqual([edge, -edge])
    expect(asked).toHaveLength(2 * cells * cells)
  })
})
