import type { Line } from '../model/chart.ts'
import type { Point } from './geometry.ts'

/** Which place each name took, so that names of a moving line do not jump about. */
export type Habits = Map<string, number>

/** A name that looks for its place, and the line as it is drawn. */
export interface Wanted {
  readonly line: Line
  readonly text: readonly string[]
  readonly runs: readonly Point[][]
  readonly width: number
  readonly height: number
}
