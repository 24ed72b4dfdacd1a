/**
 * Names of lines above the plot, in rows, where they would crowd it: names that are long or many, and
 * those of clouds of points, whose marker beside a name would pass for one more point.
 */
import type { Dash, Line, Plot } from '../model/chart.ts'
import type { Box, Frame, Shape } from './frame.ts'
import { boldFactor, textWidth, wrap } from './text.ts'

/** A line's name as it is written, behind a sample of its dash and marker. */
export interface LineLabel {
  readonly line: Line
  readonly text: readonly string[]
  readonly box: Box
}

export interface Legend {
  readonly labels: readonly LineLabel[]
  /** What it takes of the plot's height. */
  readonly height: number
}

export const lineHeight = 1.2
export const sampleWidth = 22
/** From the start of the sample to the start of the name. */
export const textOffset = sampleWidth + 6
/** The marker's place in the sample; where there is no line it stands close to the name. */
export const markerOffset = (dash: Dash): number => sampleWidth * (dash === 'none' ? 0.9 : 0.5)
/** As many lines as a plot can hold the names of. */
const maxLabelsInside = 3
/** As much of the chart's width as a name in the plot may take. */
const maxWidthInside = 0.37
/** Of the chart's height, what rows of names may take. */
const maxHeight = 0.36

export const labelledLines = ({ series }: Plot): Line[] =>
  series.filter((s): s is Line => s.kind === 'line' && s.named && s.label !== '')

/** Decided by the names alone and not by the data, so that nothing moves while a run goes on. */
function legendLines(chart: Plot, shape: Shape, { width, size }: Frame): Line[] {
  if (shape === 'wide') return []
  const all = labelledLines(chart)
  const usesRamp = all.some(({ tone }) => typeof tone !== 'string')
  const long = all.some(({ label }) => textWidth(label, size * boldFactor) > maxWidthInside * width)
  if (long || (all.length > maxLabelsInside && !usesRamp)) return all
  return all.filter(({ dash }) => dash === 'none')
}

/** Row by row from the left; beside the axis' label if all find room there. */
export function layoutLegend(chart: Plot, shape: Shape, frame: Frame): Legend {
  const { width, height, size } = frame
  const row = 1.25 * size
  const gap = 1.1 * size
  const label = chart.y.label ? textWidth(chart.y.label, size) + 1.6 * size : 0
  const items = legendLines(chart, shape, frame).map((line) => {
    const text = wrap(line.label, size * boldFactor, width - textOffset - 4)
    const textWidest = Math.max(...text.map((part) => textWidth(part, size * boldFactor)))
    return {
      line,
      text,
      width: textOffset + textWidest,
      height: (text.length - 1) * size * lineHeight,
    }
  })
  const total = items.reduce((sum, item) => sum + item.width + gap, -gap)
  const beside = label + total <= width
  let x = beside ? Math.max(label, width - total - 1.2 * size) : 2
  const start = beside ? 0.05 * size : chart.y.label ? 1.4 * size : 0.2 * size
  let y = start
  let tallest = 0
  const labels: LineLabel[] = []
  for (const { line, text, ...item } of items) {
    if (x > 2 && x + item.width > width && !beside) {
      x = 2
      y += row + tallest
      tallest = 0
    }
    if (y + row + item.height > maxHeight * height) break
    const bottom = y + size * lineHeight + item.height
    labels.push({ line, text, box: { left: x, top: y, right: x + item.width, bottom } })
    tallest = Math.max(tallest, item.height)
    x += item.width + gap
  }
  if (labels.length === 0 || (beside && chart.y.label)) return { labels, height: 0 }
  return { labels, height: y + tallest + row - start }
}
