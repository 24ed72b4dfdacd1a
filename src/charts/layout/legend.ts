/**
 * A legend in rows above the plot, for labels that do not fit inside it (too many or too long), and for
 * scatter plots, whose sample marker inside the plot would look like a data point.
 */
import type { Dash, Line, Plot } from '../model/chart.ts'
import type { Box, Frame, Shape } from './frame.ts'
import { boldFactor, textWidth, wrap } from './text.ts'

/** A placed label: rows of text, preceded by a sample of the line's dash and marker. */
export interface LineLabel {
  readonly line: Line
  readonly text: readonly string[]
  readonly box: Box
}

export interface Legend {
  readonly labels: readonly LineLabel[]
  /** The height that it takes from the plot. */
  readonly height: number
}

export const lineHeight = 1.2
export const sampleWidth = 22
/** From the start of the sample to the start of the text. */
export const textOffset = sampleWidth + 6
/** The marker's position in the sample; without a line it stands close to the text. */
export const markerOffset = (dash: Dash): number => sampleWidth * (dash === 'none' ? 0.9 : 0.5)
/** The number of labels that fit inside a plot. */
const maxLabelsInside = 3
/** Of a label inside the plot, as a fraction of the chart's width. */
const maxWidthInside = 0.37
/** Of the legend, as a fraction of the chart's height. */
const maxHeight = 0.36

export const labelledLines = ({ series }: Plot): Line[] =>
  series.filter((s): s is Line => s.kind === 'line' && s.named && s.label !== '')

/** Depends on the labels alone, not on the data, so that the layout is stable during a run. */
function legendLines(chart: Plot, shape: Shape, { width, size }: Frame): Line[] {
  if (shape === 'wide') return []
  const all = labelledLines(chart)
  const usesRamp = all.some(({ tone }) => typeof tone !== 'string')
  const long = all.some(({ label }) => textWidth(label, size * boldFactor) > maxWidthInside * width)
  if (long || (all.length > maxLabelsInside && !usesRamp)) return all
  return all.filter(({ dash }) => dash === 'none')
}

/** Fills rows from the left; uses the axis label's row if everything fits there. */
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
