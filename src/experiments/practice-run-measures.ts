import type { TrainingLog } from './diagnosis/log.ts'
import { diagnose, type Verdict } from './diagnosis/verdict.ts'
import type { PracticeRunRecord } from './practice-run.ts'

type Records = readonly PracticeRunRecord[]

/** The records as a log, as if the run had written one; the page names the layers. */
export function logOf(
  records: Records,
  nameOf = (layer: number) => `layers.${layer}`,
): TrainingLog {
  const column = (name: 'gradientNorm' | 'updateRatio' | 'saturated' | 'dead', layer: number) =>
    records.map((record) => record[name]?.[layer] ?? null)
  return {
    steps: records.map(({ step }) => step),
    loss: records.map(({ loss }) => loss),
    layers: (records[0]?.gradientNorm ?? []).map((_, layer) => ({
      name: nameOf(layer),
      gradientNorm: column('gradientNorm', layer),
      updateRatio: column('updateRatio', layer),
      saturated: column('saturated', layer),
      dead: column('dead', layer),
    })),
  }
}

const is = (verdict: Verdict) => (records: Records) =>
  Number(diagnose(logOf(records)).run.verdict === verdict)

const median = (records: Records, name: 'gradientNorm' | 'updateRatio', layer: number): number => {
  const values = records.flatMap((record) => record[name]?.at(layer) ?? [])
  return values.sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** 1 if the diagnosis finds this, else 0; and numbers that the prose quotes. */
export const practiceRunMeasures = {
  isExploding: is('exploding'),
  isTooFast: is('tooFast'),
  isDead: is('dead'),
  isSaturated: is('saturated'),
  isVanishing: is('vanishing'),
  isWrongScale: is('wrongScale'),
  isHealthy: is('healthy'),
  firstLoss: (records: Records) => records[0]?.loss ?? Number.NaN,
  lastLoss: (records: Records) => records.at(-1)?.loss ?? Number.NaN,
  /** How many times weaker the first layer's weights' gradient is than the output layer's, by the median. */
  weakening: (records: Records) =>
    median(records, 'gradientNorm', -1) / median(records, 'gradientNorm', 0),
  /** And how many times stronger. */
  growth: (records: Records) =>
    median(records, 'gradientNorm', 0) / median(records, 'gradientNorm', -1),
  firstLayerUpdate: (records: Records) => median(records, 'updateRatio', 0),
  lastLayerUpdate: (records: Records) => median(records, 'updateRatio', -1),
}
