import type { Line } from '../model/chart.ts'
import type { Point } from './geometry.ts'

/** The candidate that each line's label took last, by line id: preferred, so that labels of a moving line stay put. */
export type PreviousPlacements = Map<string, number>

/** A label to place, with its line as drawn. */
export interface LabelRequest {
  readonly line: Line
  readonly text: readonly string[]
  readonly polylines: readonly Point[][]
  readonly width: number
  readonly height: number
}
