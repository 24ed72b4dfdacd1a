/** The charts of colours: the first convolution's filters, and what the first and the last make of a picture. */
import type english from '../../../content/en/widgets/tiny-cnn.json'
import type { Grid } from '../../charts/model/chart.ts'
import type { TinyCnnRecord } from '../../experiments/tiny-cnn/record.ts'

type Messages = typeof english.words

/** An empty table to draw squares of numbers on. */
class Canvas {
  readonly width: number
  readonly cells: (number | null)[]

  constructor(width: number, height: number) {
    this.width = width
    this.cells = Array.from({ length: width * height }, () => null)
  }

  /** Squares of the same side one after the other, `across` in a row, each beginning `pitch` after the last. */
  draw(
    values: readonly number[],
    { side, across, pitch }: { side: number; across: number; pitch: number },
    [column, row]: readonly [number, number],
  ): void {
    values.forEach((value, i) => {
      const one = Math.floor(i / (side * side))
      const x = column + pitch * (one % across) + (i % side)
      const y = row + (side + 1) * Math.floor(one / across) + (Math.floor(i / side) % side)
      this.cells[y * this.width + x] = value
    })
  }
}

/** Filters side by side, an empty column between two. */
export function filters({ filters }: TinyCnnRecord, messages: Messages): Grid {
  const most = Math.max(1e-9, ...filters.map(Math.abs))
  const count = filters.length / 9
  const canvas = new Canvas(4 * count - 1, 3)
  canvas.draw(filters, { side: 3, across: count, pitch: 4 }, [0, 0])
  return { ...table('filters', canvas, messages), colour: 'diverging', domain: [-most, most] }
}

const gap = 2

/** The picture, and beside it the maps of the first convolution over those of the last, each at its own scale. */
export function maps(record: TinyCnnRecord, picture: readonly number[], messages: Messages): Grid {
  const { firstMaps, lastMaps, filters } = record
  const count = filters.length / 9
  const across = Math.max(2, Math.ceil(count / 2))
  const rows = Math.ceil(count / across)
  const side = Math.round(Math.sqrt(lastMaps.length / count))
  const second = 9 * rows - 1 + gap
  const canvas = new Canvas(9 + 9 * across, second + (side + 1) * rows - 1)
  canvas.draw(picture, { side: 8, across: 1, pitch: 9 }, [0, 0])
  canvas.draw(scaled(firstMaps), { side: 8, across, pitch: 9 }, [10, 0])
  canvas.draw(scaled(lastMaps), { side, across, pitch: side + 1 }, [10, second])
  return {
    ...table('maps', canvas, messages),
    colour: 'diverging',
    domain: [-1, 1],
    ends: [messages.lowest, messages.highest],
  }
}

function table(id: 'filters' | 'maps', { width, cells }: Canvas, messages: Messages) {
  return {
    kind: 'grid' as const,
    id,
    title: messages.titles[id],
    x: { label: messages.axes[id], count: width },
    y: { label: '', count: cells.length / width },
    values: cells,
  }
}

/** As shares of the largest; all of them 0 stay so. */
function scaled(values: readonly number[]): number[] {
  const most = Math.max(...values.map(Math.abs))
  return values.map((value) => (most > 0 ? value / most : 0))
}
