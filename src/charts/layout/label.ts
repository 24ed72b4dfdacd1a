import type { Line } from '../model/chart.ts'
import type { Point } from './geometry.ts'

/** Which place each name took, so that names of a moving line do not jump about. */
export type PreviousPlacements = Map<string, number>

/** A name that looks for its place, and the line as it is drawn. */
export interface LabelRequest {
  readonly line: Line
  readonly text: readonly string[]
  readonly polylines: readonly Point[][]
  readonly width: number
  readonly height: number
}
