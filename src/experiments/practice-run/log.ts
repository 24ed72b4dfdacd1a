import type { TrainingLog } from '../../diagnosis/log.ts'
import type { PracticeRunRecord } from './record.ts'

/** The records as a log, as if the run had written one; the page names the layers. */
export function logOf(
  records: readonly PracticeRunRecord[],
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
