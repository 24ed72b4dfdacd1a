import { percentile } from '../../experiment/band.ts'
import type { Measure } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import type { DepthWidthConfig, DepthWidthRecord } from './record.ts'

/** The points of the two sweeps. */
export const depths: readonly number[] = [1, 2, 4, 8, 12]
export const sizes: readonly number[] = [25, 50, 100, 200, 400]

type Records = readonly DepthWidthRecord[]
type Column = 'trainError' | 'testError' | 'trainLoss' | 'testLoss'

/** The median over the trainings at a point of the sweep. */
function medianAt(records: Records, point: number, column: Column, config: DepthWidthConfig) {
  const at = config.across === 'depths' ? 'depth' : 'examples'
  const values = records.filter((record) => record[at] === point).map((record) => record[column])
  return percentile(values, 50)
}

type Measures = Record<string, Measure<DepthWidthConfig, DepthWidthRecord>>

/** Medians at each point of the sweep, in percent: `trainPercentAt4`, `testPercentAt4` … */
const atPoints = Object.fromEntries(
  [...depths, ...sizes].flatMap((point) => {
    const percent = (column: Column) => (records: Records, config: DepthWidthConfig) =>
      100 * medianAt(records, point, column, config)
    const [train, test] = [percent('trainError'), percent('testError')]
    return Object.entries<Measures[string]>({
      [`trainPercentAt${point}`]: measure('percent', train),
      [`testPercentAt${point}`]: measure('percent', test),
      /** How much more of the new is wrong than of what was learned: overfitting. */
      [`gapPercentAt${point}`]: measure(
        'percent',
        (records: Records, config: DepthWidthConfig) =>
          test(records, config) - train(records, config),
      ),
      [`trainLossAt${point}`]: measure('loss', (records: Records, config: DepthWidthConfig) =>
        medianAt(records, point, 'trainLoss', config),
      ),
    })
  }),
)

/** Numbers that captions, prose and claims quote. */
export const depthWidthMeasures: Measures = {
  ...atPoints,
  /** The shape of the deepest network trained, and the sizes of the smallest and the largest. */
  narrowest: measure('count', (records: Records) => Math.min(...records.map(({ width }) => width))),
  widest: measure('count', (records: Records) => Math.max(...records.map(({ width }) => width))),
  fewestParameters: measure('count', (records: Records) =>
    Math.min(...records.map(({ parameters }) => parameters)),
  ),
  mostParameters: measure('count', (records: Records) =>
    Math.max(...records.map(({ parameters }) => parameters)),
  ),
}
