/** The charts of colours: the first convolution's filters, and what the first and the last make of a picture. */
import type { Grid } from '../../charts/chart.ts'
import type { TinyCnnRecord } from '../../experiments/tiny-cnn.ts'
import { fill } from '../../i18n/fill.ts'
import type { ViewWords } from '../lab/view.ts'

type Own = ViewWords['own']
type Cells = (number | null)[]

/** Filters side by side, an empty column between two. */
export function filters({ filters }: TinyCnnRecord, own: Own): Grid {
  const most = Math.max(1e-9, ...filters.map(Math.abs))
  const count = filters.length / 9
  return {
    ...table('filters', own.filtersTitle ?? '', sideBySide(filters, count), 4 * count - 1, own),
    colour: 'diverging',
    domain: [-most, most],
  }
}

/** The picture, then a row of maps for the first convolution and one for the last, each row at its own scale. */
export function maps(record: TinyCnnRecord, picture: readonly number[], own: Own): Grid {
  const { firstMaps, lastMaps, filters } = record
  const count = filters.length / 9
  const side = Math.round(Math.sqrt(lastMaps.length / count))
  const width = 9 * (count + 1) - 1
  const empty: Cells = Array.from({ length: 2 * width }, () => null)
  const first = sideBySide([...picture, ...scaled(firstMaps)], count + 1)
  // The last maps may be smaller: they stand in the same columns, one picture's width to the right.
  const last = placed(scaled(lastMaps), count, side, width)
  return {
    ...table('maps', own.mapsTitle ?? '', [...empty, ...first, ...empty, ...last], width, own),
    colour: 'diverging',
    domain: [-1, 1],
    ends: [own.lowest ?? '', own.highest ?? ''],
    words: [
      { text: own.picture ?? '', column: 3.5, row: 0.5 },
      { text: own.firstMaps ?? '', column: 9 + (9 * count - 2) / 2, row: 0.5 },
      { text: fill(own.lastMaps ?? '', { side }), column: 9 + (9 * count - 2) / 2, row: 10.5 },
    ],
  }
}

function table(id: string, title: string, values: Cells, width: number, own: Own) {
  return {
    kind: 'grid' as const,
    id,
    title,
    x: { label: own[`${id}Axis`] ?? '', count: width },
    y: { label: '', count: values.length / width },
    values,
  }
}

/** As shares of the largest; all of them 0 stay so. */
function scaled(values: readonly number[]): number[] {
  const most = Math.max(...values.map(Math.abs))
  return values.map((value) => (most > 0 ? value / most : 0))
}

function sideBySide(squares: readonly number[], count: number): Cells {
  const side = Math.round(Math.sqrt(squares.length / count))
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: count }, (_, one): Cells => {
      const start = (one * side + row) * side
      return [...(one > 0 ? [null] : []), ...squares.slice(start, start + side)]
    }).flat(),
  ).flat()
}

function placed(squares: readonly number[], count: number, side: number, width: number): Cells {
  const cells: Cells = Array.from({ length: side * width }, () => null)
  squares.forEach((value, i) => {
    const column = i % side
    const row = Math.floor(i / side) % side
    const one = Math.floor(i / (side * side))
    if (one < count) cells[row * width + 9 * (one + 1) + column] = value
  })
  return cells
}
