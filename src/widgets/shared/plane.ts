/** The plane coloured by what a network answers there, with examples over it: for every view of a planar task. */
import type { Grid } from '../../charts/model/chart.ts'

interface Plane {
  /** The class answered in each cell of a square, row by row from the top. */
  readonly regions: readonly number[]
  /** How far the square goes from the origin. */
  readonly reach: number
  /** The examples: two inputs each, and their true class. */
  readonly inputs: readonly number[]
  readonly labels: readonly number[]
  /** Of the classes. */
  readonly names: readonly string[]
  readonly axes: readonly [x: string, y: string]
}

export function planeGrid({
  regions,
  reach,
  inputs,
  labels,
  names,
  axes,
}: Plane): Omit<Grid, 'id' | 'title'> {
  const axis = { count: Math.sqrt(regions.length), domain: [-reach, reach] as const }
  return {
    kind: 'grid',
    x: { label: axes[0], ...axis },
    y: { label: axes[1], ...axis },
    values: regions,
    colour: 'categories',
    domain: [0, names.length - 1],
    categories: names,
    points: labels.map((category, i) => ({
      x: inputs[2 * i] as number,
      y: inputs[2 * i + 1] as number,
      category,
    })),
  }
}
