import { percentile } from './band.ts'
import type { PhaseMapConfig, PhaseMapRecord } from './phase-map.ts'

type Records = readonly PhaseMapRecord[]

/**
 * The σ_w at which a factor crosses 1 on its way up, one point for each row that has come so far:
 * between two neighbours, as if the factor went straight.
 */
export function critical(records: Records, column: 'factor' | 'predicted') {
  const points: { weightScale: number; biasScale: number }[] = []
  records.forEach((right, i) => {
    const left = records[i - 1]
    if (left?.biasScale !== right.biasScale) return
    const [from, to] = [left[column], right[column]]
    if (points.at(-1)?.biasScale === right.biasScale || !(from <= 1 && to > 1)) return
    const share = (1 - from) / (to - from)
    const weightScale = left.weightScale + share * (right.weightScale - left.weightScale)
    points.push({ weightScale, biasScale: right.biasScale })
  })
  return points
}

const median = (values: readonly number[]) => percentile(values, 50)
const percentOff = (measured: number, predicted: number) => 100 * Math.abs(measured / predicted - 1)

/** How far, in percent of σ_w, the measured line lies from theory's, row by row. */
function lineOff(records: Records): number[] {
  const measured = new Map(critical(records, 'factor').map((p) => [p.biasScale, p.weightScale]))
  return critical(records, 'predicted').flatMap(({ biasScale, weightScale }) => {
    const found = measured.get(biasScale)
    return found === undefined ? [] : [percentOff(found, weightScale)]
  })
}

/** Numbers that captions, prose and claims quote. */
export const phaseMapMeasures = {
  smallest: (records: Records) => Math.min(...records.map(({ factor }) => factor)),
  largest: (records: Records) => Math.max(...records.map(({ factor }) => factor)),
  /** Between measured and predicted factor: the median over the points. */
  percentOff: (records: Records) =>
    median(records.map(({ factor, predicted }) => percentOff(factor, predicted))),
  /** Of the rows in which the gradient turns from vanishing to exploding. */
  rowsCrossed: (records: Records) => critical(records, 'factor').length,
  linePercentOff: (records: Records) => median(lineOff(records)),
  /** The σ_w of the line in the lowest row and the highest. */
  lineAtBottom: (records: Records) => critical(records, 'factor').at(0)?.weightScale ?? Number.NaN,
  lineAtTop: (records: Records) => critical(records, 'factor').at(-1)?.weightScale ?? Number.NaN,
  points: (_: Records, { resolution }: PhaseMapConfig) => resolution * resolution,
}
