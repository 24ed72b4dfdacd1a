import type { Verdict } from '../../diagnosis/limits.ts'
import { diagnose } from '../../diagnosis/verdict.ts'
import { measure } from '../../experiment/measure.ts'
import { logOf } from './log.ts'
import type { PracticeRunRecord } from './record.ts'

type Records = readonly PracticeRunRecord[]

const is = (verdict: Verdict) => (records: Records) =>
  Number(diagnose(logOf(records)).run.verdict === verdict)

const median = (records: Records, name: 'gradientNorm' | 'updateRatio', layer: number): number => {
  const values = records.flatMap((record) => record[name]?.at(layer) ?? [])
  return values.sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** 1 if the diagnosis finds this, else 0; and numbers that the prose quotes. */
export const practiceRunMeasures = {
  isExploding: measure('boolean', is('exploding')),
  isTooFast: measure('boolean', is('tooFast')),
  isDead: measure('boolean', is('dead')),
  isSaturated: measure('boolean', is('saturated')),
  isVanishing: measure('boolean', is('vanishing')),
  isWrongScale: measure('boolean', is('wrongScale')),
  isHealthy: measure('boolean', is('healthy')),
  firstLoss: measure('loss', (records: Records) => records[0]?.loss ?? Number.NaN),
  lastLoss: measure('loss', (records: Records) => records.at(-1)?.loss ?? Number.NaN),
  /** How many times weaker the first layer's weights' gradient is than the output layer's, by the median. */
  weakening: measure(
    'ratio',
    (records: Records) => median(records, 'gradientNorm', -1) / median(records, 'gradientNorm', 0),
  ),
  /** And how many times stronger. */
  growth: measure(
    'ratio',
    (records: Records) => median(records, 'gradientNorm', 0) / median(records, 'gradientNorm', -1),
  ),
  /** What a layer leaves of the next one's gradient, by the median over the layers. */
  factor: measure(
    'ratio',
    (records: Records) => diagnose(logOf(records)).layers[0]?.numbers.factor ?? Number.NaN,
  ),
  firstLayerUpdate: measure('ratio', (records: Records) => median(records, 'updateRatio', 0)),
  lastLayerUpdate: measure('ratio', (records: Records) => median(records, 'updateRatio', -1)),
}
