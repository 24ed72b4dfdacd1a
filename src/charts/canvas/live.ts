/**
 * The only wrapper of uPlot, which keeps the scales, draws the lines and tracks the pointer. Everything
 * else is painted in its hooks from the same layout as the static chart.
 */
import uPlot from 'uplot'
import type { Shape } from '../layout/frame.ts'
import {
  inDrawingOrder,
  type PointsOf,
  type Projection,
  points,
  type Series,
} from '../layout/geometry.ts'
import type { PreviousPlacements } from '../layout/label.ts'
import { type Layout, layout } from '../layout/layout.ts'
import type { Line, Plot } from '../model/chart.ts'
import { bandOpacity, dashes, faintOpacity, lineWidth, toneVariable } from '../model/palette.ts'
import { alignSeries } from './aligned.ts'
import { filledPath, type PaintContext, paintBackground, paintForeground } from './paint.ts'
import { readTheme } from './theme.ts'

export interface Live {
  update(chart: Plot): void
  resize(shape: Shape, width: number): void
  updateColours(): void
  /** Moves the cursor line to an x value, or hides it. */
  point(x: number | undefined): void
  /** For export. */
  readonly canvas: HTMLCanvasElement
  destroy(): void
}

/** Called with the x value under the pointer, and whether the pointer is in the right half. */
export type HoverListener = (x: number | undefined, right: boolean) => void

export function createLive(
  host: HTMLElement,
  first: Plot,
  firstShape: Shape,
  firstWidth: number,
  onHover: HoverListener = () => {},
): Live {
  let chart = first
  let shape = firstShape
  let width = firstWidth
  let series = inDrawingOrder(chart.series)
  let page: Layout = layout(chart, shape)
  let theme = readTheme(host)
  const previousPlacements: PreviousPlacements = new Map()
  let plot = build()

  function build(): uPlot {
    const k = width / page.width
    const { left, right, top, bottom } = page.plot
    const options: uPlot.Options = {
      width,
      height: k * page.height,
      pxAlign: 0,
      padding: [top, page.width - right, page.height - bottom, left].map(
        (side) => k * side,
      ) as Sides,
      legend: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { time: false, distr: distribution(chart.x.scale), range: () => [...page.x.domain] },
        y: { distr: distribution(chart.y.scale), range: () => [...page.y.domain] },
      },
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        dataIdx: nearest,
        move: snap,
      },
      series: [{}, ...series.map((_, i) => seriesOptions(i, k))],
      hooks: {
        drawClear: [(u) => paint(u, paintBackground)],
        draw: [(u) => paint(u, paintForeground)],
        setCursor: [follow],
      },
    }
    return new uPlot(options, alignSeries(chart, series) as uPlot.AlignedData, host)
  }

  /** Colours are functions, evaluated at each redraw; what uPlot cannot change later is fixed here. */
  function seriesOptions(i: number, k: number): uPlot.Series {
    const s = series[i] as Series
    const colour = () => theme.colour(toneVariable(s.tone))
    if (s.kind !== 'line') {
      return {
        alpha: s.kind === 'band' ? bandOpacity : 1,
        width: 0,
        fill: colour,
        points: { show: false },
        paths: (u) =>
          ({ stroke: null, fill: scaledPath(u, series[i] as Series) }) as uPlot.Series.Paths,
      }
    }
    return {
      alpha: s.faint ? faintOpacity : 1,
      stroke: colour,
      width: k * lineWidth(s.tone),
      ...(s.dash === 'none' && { paths: () => null }),
      dash: dashes[s.dash].map((length) => k * uPlot.pxRatio * length),
      points: { show: false, size: k * 10, stroke: () => theme.colour('--paper'), fill: colour },
    }
  }

  function scaledPath(u: uPlot, s: Series): Path2D {
    const scaled = new Path2D()
    const ratio = pixelsPerUnit(u)
    scaled.addPath(
      filledPath(s, chart, page, projectionOf(u)),
      new DOMMatrix([ratio, 0, 0, ratio, 0, 0]),
    )
    return scaled
  }

  function paint(u: uPlot, draw: (canvas: PaintContext) => void): void {
    const ratio = pixelsPerUnit(u)
    u.ctx.save()
    u.ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    u.ctx.setLineDash([])
    u.ctx.globalAlpha = 1
    u.ctx.textBaseline = 'alphabetic'
    const at = projectionOf(u)
    draw({
      ctx: u.ctx,
      chart,
      layout: page,
      at,
      theme,
      previousPlacements,
      points: cachedPoints(at),
    })
    u.ctx.restore()
  }

  /** Markers and labels both need a line's points: computed once per redraw. */
  function cachedPoints(at: Projection): PointsOf {
    const cache = new Map<Line, ReturnType<PointsOf>>()
    return (line) => {
      const all = cache.get(line) ?? points(line, chart, page, at)
      cache.set(line, all)
      return all
    }
  }

  function pixelsPerUnit(u: uPlot): number {
    return (uPlot.pxRatio * u.width) / page.width
  }

  function projectionOf(u: uPlot): Projection {
    const ratio = pixelsPerUnit(u)
    return {
      x: (value) => u.valToPos(value, 'x', true) / ratio,
      y: (value) => u.valToPos(value, 'y', true) / ratio,
    }
  }

  function follow(u: uPlot): void {
    const { idx, left = -1 } = u.cursor
    const x = idx === null || idx === undefined || left < 0 ? undefined : u.data[0][idx]
    onHover(x, left > u.over.clientWidth / 2)
  }

  function rebuild(): void {
    plot.destroy()
    plot = build()
  }

  return {
    update(next) {
      const same = structure(chart) === structure(next)
      const margins = JSON.stringify(page.plot)
      chart = next
      series = inDrawingOrder(chart.series)
      page = layout(chart, shape)
      if (same && margins === JSON.stringify(page.plot)) {
        plot.setData(alignSeries(chart, series) as uPlot.AlignedData)
      } else rebuild()
    },
    resize(nextShape, nextWidth) {
      if (nextShape === shape && nextWidth === width) return
      if (nextShape !== shape) previousPlacements.clear()
      shape = nextShape
      width = nextWidth
      page = layout(chart, shape)
      rebuild()
    },
    point(x) {
      plot.setCursor({ left: x === undefined ? -10 : plot.valToPos(x, 'x'), top: 0 })
    },
    updateColours() {
      theme = readTheme(host)
      plot.redraw(false)
    },
    get canvas() {
      return plot.ctx.canvas
    },
    destroy() {
      plot.destroy()
    },
  }
}

type Sides = [top: number, right: number, bottom: number, left: number]

function distribution(scale: 'linear' | 'log'): 1 | 3 {
  return scale === 'log' ? 3 : 1
}

/** The index nearest to `at` where the series has a value of its own. */
function nearest(u: uPlot, index: number, at: number): number {
  const column = u.data[index] ?? []
  if (column[at] !== undefined) return at
  for (let step = 1; step < column.length; step++) {
    if (column[at - step] !== undefined) return at - step
    if (column[at + step] !== undefined) return at + step
  }
  return at
}

/** Snaps the cursor line to the x value of the readout. */
function snap(u: uPlot, left: number, top: number): [number, number] {
  const x = left < 0 ? undefined : u.data[0][u.posToIdx(left)]
  return [x === undefined ? left : u.valToPos(x, 'x'), top]
}

/** A key of everything that requires rebuilding uPlot; the rest is read at each redraw. */
function structure({ x, y, series }: Plot): string {
  const parts = inDrawingOrder(series).map((s) =>
    s.kind === 'line' ? [s.id, s.kind, s.tone, s.dash, s.faint] : [s.id, s.kind, s.tone],
  )
  return JSON.stringify([x.scale, y.scale, parts])
}
