import { h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../src/charts/export/csv.ts'
import { chartToTable, chartToTables } from '../../../src/charts/export/table.ts'
import {
  cellPaths,
  cellTexts,
  linePath,
  round,
  shade,
  wordTexts,
} from '../../../src/charts/grid/cells.ts'
import { gridLayout } from '../../../src/charts/grid/layout.ts'
import { cellAt, gridReadout, nextCell } from '../../../src/charts/grid/readout.ts'
import { frames, shapes } from '../../../src/charts/layout/frame.ts'
import type { Grid } from '../../../src/charts/model/chart.ts'
import { StaticCharts } from '../../../src/charts/svg/StaticChart.tsx'
import { placesOf } from '../layout/places.ts'

const matrix: Grid = {
  kind: 'grid',
  id: 'matrix',
  title: 'Slopes',
  x: { label: 'number', count: 3, names: ['1', '2', '3'] },
  y: { label: 'output', count: 2, names: ['a', 'b'] },
  values: [0.25, -0.25, 0, null, 0.125, 0.25],
  colour: 'diverging',
  domain: [-0.25, 0.25],
  places: 2,
}

const plane: Grid = {
  kind: 'grid',
  id: 'plane',
  title: 'Regions',
  x: { label: 'x', count: 4, domain: [-1, 1] },
  y: { label: 'y', count: 2, domain: [-1, 1] },
  values: [0, 0, 1, 1, 0, 0, 0, 2],
  colour: 'categories',
  domain: [0, 2],
  categories: ['one', 'two', 'three'],
  points: [
    { x: -0.5, y: 0.5, category: 0 },
    { x: 0.9, y: -0.5, category: 2 },
  ],
  pointWords: { title: 'New points', category: 'true class' },
  ring: [0.9, -0.5],
}

const map: Grid = {
  kind: 'grid',
  id: 'map',
  title: 'Factors',
  x: { label: 'u', count: 2, domain: [0, 2] },
  y: { label: 'v', count: 2, domain: [0, 1] },
  values: [0.5, 1, null, 4],
  colour: 'diverging',
  scale: 'log',
  domain: [0.25, 4],
  ends: ['less', 'more'],
  fills: true,
  lines: [{ label: 'edge', tone: 'theory', dash: 'dashed', x: [1, 2, 3, 2], y: [0.5, 1, 1, 0.5] }],
}

const draw = (chart: Grid) => renderToStaticMarkup(h(StaticCharts, { charts: [chart], at: 0 }))

describe('a grid', () => {
  it('is drawn in every shape, inside its frame, with its name and no inline style', () => {
    for (const chart of [matrix, plane, map]) {
      const svg = draw(chart)
      expect(svg).toContain(`aria-label="${chart.title}"`)
      expect(svg).not.toMatch(/style=|\bid=|NaN|Infinity|undefined/)
      for (const shape of shapes) {
        const { width, height } = frames[shape]
        expect(svg).toContain(
          `class="chart-static chart-${shape}" viewBox="0 0 ${width} ${height}"`,
        )
        const { plot } = gridLayout(chart, shape)
        expect(plot.left).toBeGreaterThan(0)
        expect(plot.right).toBeLessThanOrEqual(width)
        expect(plot.bottom).toBeLessThan(height)
      }
    }
  })

  it('writes its numbers in the cells, with a true minus, and leaves empty cells empty', () => {
    const { texts } = cellTexts(matrix, gridLayout(matrix, 'wide'))
    expect(texts.map(({ text }) => text)).toEqual(['0.25', '−0.25', '0.00', '0.13', '0.25'])
  })

  it('writes none where they would be too small to read', () => {
    const count = 40
    const fine = { ...matrix, x: { label: '', count }, y: { label: '', count } }
    const values = Array.from({ length: count * count }, () => -0.125)
    const page = gridLayout({ ...fine, values }, 'narrow')
    expect(cellTexts({ ...fine, values }, page).texts).toEqual([])
  })

  it('writes words over its cells, and where no cell is, between two', () => {
    const chart: Grid = {
      ...matrix,
      words: [
        { text: 'W', column: 0, row: 1 },
        { text: 'b', column: 1.5, row: 0 },
      ],
    }
    const page = gridLayout(chart, 'half')
    const { texts, size } = wordTexts(chart, page)
    const [w, b] = texts.map(({ x }) => (x - page.plot.left) / page.cellWidth)
    expect(w).toBeCloseTo(0.5, 3)
    expect(b).toBeCloseTo(2, 3)
    expect(size).toBeLessThanOrEqual(page.cellHeight)
    expect(draw(chart)).toContain('>W<')
    expect(chartToTable(chart).rows[1]).toEqual(['b', 'W', 0.125, 0.25])
  })

  it('tells signs apart by tone and sizes by strength, and draws nothing for zero', () => {
    expect(shade(matrix, 0.25)).toEqual({ tone: 'two', opacity: 0.5 })
    expect(shade(matrix, -0.125)).toEqual({ tone: 'one', opacity: 0.25 })
    expect(shade(matrix, 0)).toBeUndefined()
    const picture: Grid = { ...matrix, colour: 'sequential', domain: [2, 4] }
    delete (picture as { places?: number }).places
    expect(shade(picture, 3)).toEqual({ tone: 'two', opacity: 0.5 })
    expect(shade(picture, 9)).toEqual({ tone: 'two', opacity: 1 })
  })

  it('on a log scale is pale at 1, and as full at a half as at two', () => {
    expect(shade(map, 1)).toBeUndefined()
    expect(shade(map, 0.5)).toEqual({ tone: 'one', opacity: 0.5 })
    expect(shade(map, 2)).toEqual({ tone: 'two', opacity: 0.5 })
    expect(shade(map, 0)).toEqual({ tone: 'one', opacity: 1 })
    const count = cellPaths(map).flatMap(({ d }) => d.match(/M/g) ?? [])
    expect(count).toHaveLength(2)
  })

  it('keeps its cells square, or fills the room', () => {
    for (const shape of shapes) {
      const square = gridLayout({ ...map, fills: false }, shape)
      expect(square.cellWidth).toBeCloseTo(square.cellHeight)
      const { plot } = gridLayout(map, shape)
      expect(plot.right).toBeGreaterThan(frames[shape].width - 30)
      expect(plot.bottom).toBeCloseTo(square.plot.bottom)
    }
  })

  it('draws a line where its numbers stand, and breaks it where it leaves the cells', () => {
    const at = gridLayout(map, 'wide')
    const { left, right, top } = at.plot
    const middle = [(left + right) / 2, at.y(0.5)]
    const [line] = map.lines ?? []
    expect(line && placesOf(linePath(line, at))).toEqual([
      [middle, [right, top]].map((place) => place.map(round)),
      [[right, at.y(0.5)].map(round)],
    ])
    const svg = draw(map)
    for (const word of ['less', 'more', 'edge']) expect(svg).toContain(`>${word}<`)
    expect(svg).toContain('stroke-dasharray')
  })

  it('draws neighbours of one colour as one rectangle, row by row', () => {
    const paths = cellPaths(plane)
    expect(paths.map(({ tone }) => tone)).toEqual(['one', 'two', 'three'])
    expect(paths.map(({ d }) => d.match(/M/g)?.length)).toEqual([2, 1, 1])
  })

  it('puts points where their numbers stand, y upward', () => {
    const { x, y, plot } = gridLayout(plane, 'half')
    expect(x(-1)).toBe(plot.left)
    expect(x(1)).toBeCloseTo(plot.right)
    expect(y(1)).toBeCloseTo(plot.top)
    expect(y(-1)).toBe(plot.bottom)
  })

  it('names categories with their markers, and gives other colours a key where no number tells', () => {
    for (const name of plane.categories ?? []) expect(draw(plane)).toContain(`>${name}<`)
    const { places: _, ...bare } = matrix
    expect(draw(bare)).toContain('>−0.25<')
  })

  it('draws any values', () => {
    const values = [Number.NaN, Infinity, -Infinity, 1e300, -1e-300, null]
    for (const domain of [
      [0, 0],
      [-1, 1],
    ] as const) {
      const { places: _, ...bare } = matrix
      expect(draw({ ...bare, values, domain })).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})

describe('a grid under the pointer', () => {
  it('finds the cell at a place, and none outside', () => {
    const page = gridLayout(matrix, 'half')
    const { plot, cellWidth, cellHeight } = page
    const place = (column: number, row: number) =>
      [plot.left + column * cellWidth, plot.top + row * cellHeight] as const
    expect(cellAt(matrix, page, place(0.1, 0.1))).toEqual({ column: 0, row: 0 })
    expect(cellAt(matrix, page, place(2.9, 1.9))).toEqual({ column: 2, row: 1 })
    for (const outside of [place(-0.1, 0.5), place(3.1, 0.5), place(1, -0.1), place(1, 2.1)])
      expect(cellAt(matrix, page, outside)).toBeUndefined()
  })

  it('says where the cell is and what is in it, with the points that lie there', () => {
    expect(gridReadout(matrix, { column: 1, row: 0 })).toMatchObject({
      x: 'number: 2',
      y: 'output: a',
      rows: [{ label: 'Slopes', value: '−0.25' }],
    })
    expect(gridReadout(matrix, { column: 0, row: 1 }).rows).toMatchObject([{ value: '–' }])
    expect(gridReadout(plane, { column: 3, row: 1 })).toMatchObject({
      x: 'x: 0.75',
      y: 'y: −0.5',
      rows: [
        { value: 'three', tone: 'three' },
        { label: 'true class', value: 'three' },
      ],
    })
    expect(gridReadout(plane, { column: 0, row: 0 }).rows).toHaveLength(1)
  })

  it('goes from cell to cell with the arrow keys, and stays inside', () => {
    const start = nextCell(matrix, undefined, 'ArrowRight')
    expect(start).toEqual({ column: 0, row: 0 })
    expect(nextCell(matrix, start, 'ArrowRight')).toEqual({ column: 1, row: 0 })
    expect(nextCell(matrix, start, 'ArrowDown')).toEqual({ column: 0, row: 1 })
    expect(nextCell(matrix, start, 'ArrowUp')).toEqual(start)
    expect(nextCell(matrix, { column: 2, row: 1 }, 'ArrowRight')).toEqual({ column: 2, row: 1 })
    expect(nextCell(matrix, start, 'Tab')).toBeUndefined()
  })
})

describe('a grid as a table', () => {
  it('has its rows as rows, under the names of the columns', () => {
    expect(chartToTable(matrix)).toEqual({
      columns: ['output \\ number', '1', '2', '3'],
      rows: [
        ['a', 0.25, -0.25, 0],
        ['b', null, 0.125, 0.25],
      ],
    })
  })

  it('names the cells of a plane by their middles, from the top, and categories by name', () => {
    expect(chartToTable(plane).rows).toEqual([
      ['0.5', 'one', 'one', 'two', 'two'],
      ['−0.5', 'one', 'one', 'one', 'three'],
    ])
    expect(toCsv(chartToTable(plane))).toContain('y \\ x,−0.75,−0.25,0.25,0.75\r\n')
  })

  it('lists the points laid over it in a table of their own', () => {
    expect(chartToTables(matrix)).toHaveLength(1)
    expect(chartToTables(plane)[1]).toEqual({
      id: 'plane-points',
      title: 'New points',
      columns: ['x', 'y', 'true class'],
      rows: [
        [-0.5, 0.5, 'one'],
        [0.9, -0.5, 'three'],
      ],
    })
  })

  it('names an axis by its column where its label says what the grid is of', () => {
    const named = { ...plane, y: { ...plane.y, label: 'depth 2', column: 'y' } }
    expect(chartToTables(named)).toEqual(chartToTables(plane))
  })

  it('has its lines in columns of their own, beside the rows or below them', () => {
    expect(chartToTable(map)).toEqual({
      columns: ['v \\ u', '0.5', '1.5', 'edge, u', 'edge, v'],
      rows: [
        ['0.75', 0.5, 1, 1, 0.5],
        ['0.25', null, 4, 2, 1],
        [null, null, null, 3, 1],
        [null, null, null, 2, 0.5],
      ],
    })
  })
})
