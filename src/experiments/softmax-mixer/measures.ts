import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { SoftmaxMixerRecord } from './record.ts'

type Records = readonly SoftmaxMixerRecord[]

const sum = (values: readonly number[] = []) => values.reduce((total, x) => total + x, 0)
const others = (values: readonly number[] = [], label = 0) => values.filter((_, j) => j !== label)
const furthest = (a: readonly number[] = [], b: readonly number[] = []) =>
  Math.max(...a.map((x, j) => Math.abs(x - (b[j] as number))))
const at = (values: readonly number[] | undefined, j = 0) => values?.[j] ?? Number.NaN

/** Numbers that captions, prose and claims quote. */
export const softmaxMixerMeasures = {
  outputSum: measure('number', ([record]: Records) => sum(record?.output)),
  sigmoidSum: measure('number', ([record]: Records) => sum(record?.sigmoid)),
  loss: measure('loss', ([record]: Records) => record?.loss ?? Number.NaN),
  output1: measure('number', ([record]: Records) => at(record?.output, 0)),
  output2: measure('number', ([record]: Records) => at(record?.output, 1)),
  output3: measure('number', ([record]: Records) => at(record?.output, 2)),
  output4: measure('number', ([record]: Records) => at(record?.output, 3)),
  largestOutput: measure('number', ([record]: Records) => Math.max(...(record?.output ?? []))),
  trueOutput: measure('number', ([record]: Records) => at(record?.output, record?.label)),
  /** What one of the other classes gets by nudging: the most, and the least. */
  mostOther: measure('number', ([record]: Records) =>
    Math.max(...others(record?.nudged, record?.label)),
  ),
  leastOther: measure('number', ([record]: Records) =>
    Math.min(...others(record?.nudged, record?.label)),
  ),
  othersTogether: measure('number', ([record]: Records) =>
    sum(others(record?.nudged, record?.label)),
  ),
  trueGradient: measure('number', ([record]: Records) => at(record?.nudged, record?.label)),
  /** The largest distance between a − y and what nudging gives. */
  formulaError: measure('number', ([record]: Records) =>
    furthest(record?.gradient, record?.nudged),
  ),
  /** And from −ln a of the true class to the loss. */
  likelihoodError: measure('number', ([record]: Records) => {
    const a = at(record?.output, record?.label)
    return Math.abs((record?.loss ?? Number.NaN) + math.log(a))
  }),
  gradientSum: measure('number', ([record]: Records) => sum(record?.gradient)),
  /** The largest sum of a row of the Jacobian, leaving out signs. */
  rowSum: measure('number', ([record]: Records) => {
    const { jacobian = [], output = [] } = record ?? {}
    const n = output.length
    return Math.max(...output.map((_, j) => Math.abs(sum(jacobian.slice(j * n, (j + 1) * n)))))
  }),
  /** What output 1 loses as number 3 rises, per unit: −∂a₁/∂z₃. */
  sharedSlope: measure('number', ([record]: Records) => -at(record?.jacobian, 2)),
  /** How many outputs the bare formula loses. */
  lostByBareFormula: measure(
    'number',
    ([record]: Records) => (record?.bare ?? []).filter((x) => !Number.isFinite(x)).length,
  ),
}
