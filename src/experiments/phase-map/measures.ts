import { percentile } from '../../experiment/band.ts'
import { measure } from '../../experiment/measure.ts'
import type { PhaseMapConfig, PhaseMapRecord } from './record.ts'

type Records = readonly PhaseMapRecord[]

/**
 * The σ_w at which the measured factor crosses 1 on its way up, one point for each row that has come so far:
 * between two neighbours, as if the factor went straight.
 */
function turns(records: Records) {
  const points: { weightScale: number; biasScale: number }[] = []
  records.forEach((right, i) => {
    const left = records[i - 1]
    if (left?.biasScale !== right.biasScale) return
    if (points.at(-1)?.biasScale === right.biasScale || !(left.factor <= 1 && right.factor > 1))
      return
    const share = (1 - left.factor) / (right.factor - left.factor)
    const weightScale = left.weightScale + share * (right.weightScale - left.weightScale)
    points.push({ weightScale, biasScale: right.biasScale })
  })
  return points
}

/** Theory's σ_w at a σ_b: between the two nearest points of its line. */
function onLine([first]: Records, biasScale: number): number {
  const { criticalWeights: weights = [], criticalBiases: biases = [] } = first ?? {}
  const i = biases.findIndex((bias) => bias >= biasScale)
  const [b0 = 0, b1 = 0] = biases.slice(i - 1, i + 1)
  const [w0 = Number.NaN, w1 = Number.NaN] = weights.slice(i - 1, i + 1)
  return w0 + ((w1 - w0) * (biasScale - b0)) / (b1 - b0)
}

const median = (values: readonly number[]) => percentile(values, 50)
const percentOff = (measured: number, predicted: number) => 100 * Math.abs(measured / predicted - 1)

/** How far, in percent of σ_w, the measured turn lies from theory's line, row by row. */
function lineOff(records: Records): number[] {
  return turns(records).map(({ weightScale, biasScale }) =>
    percentOff(weightScale, onLine(records, biasScale)),
  )
}

/** Numbers that captions, prose and claims quote. */
export const phaseMapMeasures = {
  smallest: measure('number', (records: Records) =>
    Math.min(...records.map(({ factor }) => factor)),
  ),
  largest: measure('number', (records: Records) =>
    Math.max(...records.map(({ factor }) => factor)),
  ),
  /** Between measured and predicted factor: the median over the points. */
  percentOff: measure('percent', (records: Records) =>
    median(records.map(({ factor, predicted }) => percentOff(factor, predicted))),
  ),
  /** Of the rows in which the gradient turns from vanishing to exploding. */
  rowsCrossed: measure('count', (records: Records) => turns(records).length),
  linePercentOff: measure('percent', (records: Records) => median(lineOff(records))),
  /** The σ_w of the line in the lowest row and the highest. */
  lineAtBottom: measure(
    'number',
    (records: Records) => turns(records).at(0)?.weightScale ?? Number.NaN,
  ),
  lineAtTop: measure(
    'number',
    (records: Records) => turns(records).at(-1)?.weightScale ?? Number.NaN,
  ),
  points: measure('count', (_: Records, { resolution }: PhaseMapConfig) => resolution * resolution),
}
