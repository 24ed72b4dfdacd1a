/**
 * Charts as plain data. The static SVG and the live uPlot chart are drawn from the same value, so that
 * they look alike.
 */

export type Chart = Plot | Drawing
/** Charts that are SVG in the live page too, because they change seldom. */
export type Drawing = Grid | Histograms

export const isPlot = (chart: Chart): chart is Plot => (chart.kind ?? 'plot') === 'plot'

/** Series over two axes. */
export interface Plot {
  readonly kind?: 'plot'
  /** Unique within its figure. */
  readonly id: string
  /** The accessible name. */
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** Shaded stretches of the x axis, e.g. where a unit is saturated. */
  readonly zones?: readonly Zone[]
  /** A vertical line, e.g. the step that another chart shows. */
  readonly cursor?: number
  /** A point that the reader can drag along the x axis. */
  readonly handle?: Handle
  /** Shown in the centre of the plot when no series has anything to draw. */
  readonly empty?: string
}

export interface Axis {
  readonly label: string
  readonly scale: 'linear' | 'log'
  /** For `log` both ends must be positive; whole decades look best. */
  readonly domain: readonly [low: number, high: number]
  /** Only whole numbers are ticked (layers, steps). */
  readonly whole?: boolean
}

export type Series = Line | Band | Bars

interface Common {
  /** Stable across updates: the same run keeps its id. */
  readonly id: string
  readonly label: string
  readonly tone: Tone
}

/** `null` is a gap; on a log axis so is a value <= 0. */
export interface Line extends Common {
  readonly kind: 'line'
  readonly x: readonly number[]
  readonly y: readonly (number | null)[]
  readonly dash: Dash
  readonly marker: Marker
  /** Whether the label is shown in the chart. */
  readonly named: boolean
  /** Its name in the table, where one label on the chart stands for several lines. */
  readonly column?: string
  /** Drawn faint, as context: for instance where a run started. */
  readonly faint?: boolean
}

export interface Band extends Common {
  readonly kind: 'band'
  readonly x: readonly number[]
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

/** Vertical bars from 0, or from 1 on a log axis; from the axis' lower end if that is not in the domain. */
export interface Bars extends Common {
  readonly kind: 'bars'
  readonly x: readonly number[]
  readonly y: readonly (number | null)[]
}

export interface Zone {
  readonly from: number
  readonly to: number
  readonly label: string
}

interface Handle {
  readonly x: number
  readonly y: number
  readonly tone: Tone
}

/**
 * A heat map: a matrix, a picture, or regions of the plane. Values in row-major order from the top left;
 * `null` is an empty cell. Without values it is a plane to draw lines on.
 */
export interface Grid {
  readonly kind: 'grid'
  readonly id: string
  readonly title: string
  readonly x: GridAxis
  readonly y: GridAxis
  readonly values: readonly (number | null)[]
  /** From pale to full, from one colour through pale to another, or, for whole numbers, by category. */
  readonly colour: 'sequential' | 'diverging' | 'categories'
  /** The values of the palest and the strongest colour. */
  readonly domain: readonly [low: number, high: number]
  /** Whether colours follow values or their logarithms; then a diverging scale is pale at 1 in place of 0. */
  readonly scale?: 'linear' | 'log'
  /** Texts of the legend at the two ends of the domain, in place of its numbers. */
  readonly ends?: readonly [low: string, high: string]
  /** Names by category. */
  readonly categories?: readonly string[]
  /** Decimal places of the numbers in the cells; if undefined, there are none and the colours get a legend. */
  readonly places?: number
  /** Over empty cells, e.g. the names of several matrices in one table. */
  readonly words?: readonly GridWord[]
  /** Points over the plane, each with the marker of its category. */
  readonly points?: readonly GridPoint[]
  /** Names of the points and of their category, for the readout and the data table. */
  readonly pointWords?: { readonly title: string; readonly category: string }
  /** Stretches the cells to fill the chart, for axes of different quantities. */
  readonly fills?: boolean
  /** Lines over the plane, listed in the legend unless the label is empty. */
  readonly lines?: readonly GridLine[]
  /** A point to highlight. */
  readonly ring?: readonly [x: number, y: number]
}

/** Cells have names, or divide a numeric `domain` evenly; that of `y` runs upward. */
export interface GridAxis {
  readonly label: string
  /** The axis' name in the table, if the label names the grid instead. */
  readonly column?: string
  readonly count: number
  readonly names?: readonly string[]
  readonly domain?: readonly [low: number, high: number]
}

/** Columns and rows are counted from 0 at the top left; a fractional column is between two. */
interface GridWord {
  readonly text: string
  readonly column: number
  readonly row: number
}

export interface GridLine {
  readonly label: string
  readonly tone: Tone
  readonly dash: Dash
  readonly x: readonly number[]
  readonly y: readonly number[]
}

interface GridPoint {
  readonly x: number
  readonly y: number
  readonly category: number
}

/**
 * Small multiples: a row for each run, in it a histogram for each layer, all over the same domain. Each is
 * scaled to its highest inner bar; the two outer bins hold all values beyond the domain.
 */
export interface Histograms {
  readonly kind: 'histograms'
  readonly id: string
  readonly title: string
  /** Names of the counted quantity and of the columns. */
  readonly label: string
  readonly columnLabel: string
  /** The name of one column, before its number. */
  readonly column: string
  /** The label of the dashed line. */
  readonly theory: string
  readonly domain: readonly [low: number, high: number]
  readonly bins: number
  readonly rows: readonly HistogramRow[]
}

/** `shares` holds `bins` fractions per column, column by column. */
export interface HistogramRow {
  readonly id: string
  readonly label: string
  readonly tone: Tone
  readonly marker: Marker
  readonly shares: readonly number[]
  readonly predicted?: readonly number[]
}

/** A colour by meaning: a category, theory's grey, or a position on the ramp from input (0) to output (1). */
export type Tone =
  | 'one'
  | 'two'
  | 'three'
  | 'four'
  | 'five'
  | 'six'
  | 'theory'
  | { readonly ramp: number }
/** `none`: a scatter plot, markers without a line. */
export type Dash = 'solid' | 'dashed' | 'dotted' | 'dashDot' | 'none'
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'none'
