/**
 * The loss duel run to its end once for each of many learning rates: what a loss can do at its best rate,
 * since one rate is not the same step under two losses.
 */

import type { Data, Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import { inOrder } from '../../experiment/parts.ts'
import { lossDuel } from '../loss-duel/index.ts'
import type { LossDuelRecord } from '../loss-duel/record.ts'
import type { LearningRateScanConfig, LearningRateScanRecord } from './record.ts'

export const scannedRates: readonly number[] = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]

type Records = readonly LearningRateScanRecord[]

const best = (records: Records) =>
  records.reduce((least, record) => (record.error < least.error ? record : least))

const { learningRateCrossEntropy, learningRateMeanSquaredError, recordEvery, ...shared } =
  lossDuel.parameters

export const learningRateScan: Experiment<LearningRateScanConfig, LearningRateScanRecord> = {
  id: 'learning-rate-scan',
  version: 1,
  parameters: shared,
  measures: {
    /** The smallest error of all rates, and the smallest rate that has it. */
    bestError: measure('number', (records: Records) => best(records).error),
    bestRate: measure('number', (records: Records) => best(records).learningRate),
    bestPercentWrong: measure('percent', (records: Records) => 100 * best(records).error),
    percentWrongAtOne: measure(
      'percent',
      (records: Records) =>
        100 * (records.find(({ learningRate }) => learningRate === 1)?.error ?? Number.NaN),
    ),
  },
  needs: () => ['digits'],
  parts: scannedRates.length,
  part: trainAt,
  run: (config, data) => inOrder(scannedRates.length, (index) => trainAt(config, data, index)),
}

function* trainAt(config: LearningRateScanConfig, data: Data, index: number) {
  const learningRate = scannedRates[index] as number
  const run = lossDuel.run(
    {
      ...config,
      learningRateCrossEntropy: learningRate,
      learningRateMeanSquaredError: learningRate,
      recordEvery: config.steps,
    },
    data,
  )
  let last: LossDuelRecord | undefined
  for (const record of run) {
    if (record) last = record
    else yield
  }
  if (!last) throw new Error('learning-rate-scan: expected each run to give a record')
  const { loss, error, divergedQuantity } = last
  yield { learningRate, loss, error: divergedQuantity === undefined ? error : 1 }
}
