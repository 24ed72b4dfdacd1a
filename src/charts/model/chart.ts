/**
 * A chart is data: series in, pixels out. The static SVG and the live uPlot chart are drawn from the
 * same value, with the same domains, ticks, colours, dashes and markers, so that they look alike.
 */

export type Chart = Plot | Drawing
/** Charts that are drawn as SVG in the page too: they change seldom, and nothing follows the pointer. */
export type Drawing = Grid | Histograms

export const isPlot = (chart: Chart): chart is Plot => (chart.kind ?? 'plot') === 'plot'

/** Series over two axes. */
export interface Plot {
  readonly kind?: 'plot'
  /** Unique within its figure. */
  readonly id: string
  /** What a screen reader calls it. */
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** Shaded stretches of the x axis, e.g. where a unit is saturated. */
  readonly zones?: readonly Zone[]
  /** A vertical line, e.g. the step that another chart shows. */
  readonly cursor?: number
  /** A point that the reader can take and move along the x axis. */
  readonly handle?: Handle
  /** Said in the middle of the plot when no series has anything to draw. */
  readonly empty?: string
}

export interface Axis {
  readonly label: string
  readonly scale: 'linear' | 'log'
  /** Ends of the axis; for `log` both above zero, whole decades look best. */
  readonly domain: readonly [low: number, high: number]
  /** Only whole numbers are ticked (layers, steps). */
  readonly whole?: boolean
}

export type Series = Line | Band | Bars

interface Common {
  /** Stable from one update to the next: the same run keeps its id. */
  readonly id: string
  readonly label: string
  readonly tone: Tone
}

/** `null` is a gap. A value outside the domain of a log axis (zero, negative) is a gap as well. */
export interface Line extends Common {
  readonly kind: 'line'
  readonly x: readonly number[]
  readonly y: readonly (number | null)[]
  readonly dash: Dash
  readonly marker: Marker
  /** Written at the line's right end in the line's colour, or left to the caption. */
  readonly named: boolean
  /** Its name in the table, where one label on the chart stands for several lines. */
  readonly column?: string
  /** Faint: context, such as where a run started. */
  readonly faint?: boolean
}

export interface Band extends Common {
  readonly kind: 'band'
  readonly x: readonly number[]
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

/** Upright bars from the axis' foot (or from 1 on a log axis that spans it). */
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
 * A table of numbers as colours: a matrix, a picture, or regions of the plane. Values go row by row
 * from the top; `null` is an empty cell. With no values at all it is a plane to draw lines on.
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
  /** What the palest and the fullest colour stand for. */
  readonly domain: readonly [low: number, high: number]
  /** Whether colours follow values or their logarithms; then a diverging scale is pale at 1 in place of 0. */
  readonly scale?: 'linear' | 'log'
  /** What the key says at the two ends of the domain, in place of its numbers. */
  readonly ends?: readonly [low: string, high: string]
  /** By category: what each is called. */
  readonly categories?: readonly string[]
  /** Places after the point of the numbers written in the cells; without them the colours get a key. */
  readonly places?: number
  /** Over empty cells, e.g. the names of several matrices in one table. */
  readonly words?: readonly GridWord[]
  /** Points over the plane, each with the marker of its category. */
  readonly points?: readonly GridPoint[]
  /** What the points are, and what their category is: for the readout and the data table. */
  readonly pointWords?: { readonly title: string; readonly category: string }
  /** The cells take all the room there is, where the two axes are of different kinds and no shape is kept. */
  readonly fills?: boolean
  /** Lines over the plane, named in the key; one without a name is context, such as a level set. */
  readonly lines?: readonly GridLine[]
  /** The point that is spoken of. */
  readonly ring?: readonly [x: number, y: number]
}

/** Cells have names, or share a stretch of a number line, which for `y` has its low end at the bottom. */
export interface GridAxis {
  readonly label: string
  /** In a table, where the label says what the grid is of and not what the axis is. */
  readonly column?: string
  readonly count: number
  readonly names?: readonly string[]
  readonly domain?: readonly [low: number, high: number]
}

/** Columns and rows are counted from 0 at the top left; between two columns is half-way. */
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
 * Small multiples: a row for each run and in it a histogram for each layer, all over the same stretch of
 * values. Each is as high as its own highest bar between the outer two, which hold what lies beyond.
 */
export interface Histograms {
  readonly kind: 'histograms'
  readonly id: string
  readonly title: string
  /** What is counted, and what the columns are. */
  readonly label: string
  readonly columnLabel: string
  /** One of them, in front of its number. */
  readonly column: string
  /** What the dashed outline is called. */
  readonly theory: string
  readonly domain: readonly [low: number, high: number]
  readonly bins: number
  readonly rows: readonly HistogramRow[]
}

/** `bins` shares a column, one column after the other. */
export interface HistogramRow {
  readonly id: string
  readonly label: string
  readonly tone: Tone
  readonly marker: Marker
  readonly shares: readonly number[]
  readonly predicted?: readonly number[]
}

/** A colour by meaning: one of the categories, theory's grey, or a place on the ramp from input (0) to output (1). */
export type Tone =
  | 'one'
  | 'two'
  | 'three'
  | 'four'
  | 'five'
  | 'six'
  | 'theory'
  | { readonly ramp: number }
/** `none`: a cloud of points, each with its marker and nothing between them. */
export type Dash = 'solid' | 'dashed' | 'dotted' | 'dashDot' | 'none'
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'none'
