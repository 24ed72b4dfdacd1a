/**
 * The same digits, steps and seeds for networks of one to eight hidden layers: how deep one can go from a
 * given start before training fails.
 */

import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import { pretraining } from '../pretraining/index.ts'
import type { PretrainingRecord } from '../pretraining/record.ts'
import type { DepthLimitConfig, DepthLimitRecord } from './record.ts'

export const depths: readonly number[] = [1, 2, 3, 4, 8]

type Records = readonly DepthLimitRecord[]
const percentAt = (depth: number) => (records: Records) =>
  100 * (records.find((record) => record.depth === depth)?.accuracy ?? Number.NaN)

const { depth: _, labels: __, recordEvery: ___, ...shared } = pretraining.parameters

export const depthLimit: Experiment<DepthLimitConfig, DepthLimitRecord> = {
  id: 'depth-limit',
  version: 1,
  parameters: {
    ...shared,
    start: { ...shared.start, default: 'small' },
    pretrainSteps: { ...shared.pretrainSteps, default: 200 },
    learningRate: { ...shared.learningRate, default: 0.2 },
    steps: { ...shared.steps, default: 400 },
  },
  measures: {
    percentAtOne: measure('percent', percentAt(1)),
    percentAtTwo: measure('percent', percentAt(2)),
    percentAtThree: measure('percent', percentAt(3)),
    percentAtFour: measure('percent', percentAt(4)),
    percentAtEight: measure('percent', percentAt(8)),
    leastPercent: measure(
      'percent',
      (records: Records) => 100 * Math.min(...records.map(({ accuracy }) => accuracy)),
    ),
  },
  needs: () => ['digits'],
  *run(config, data) {
    for (const depth of depths) {
      const whole = { ...config, depth, labels: 1000, recordEvery: Math.max(5, config.steps) }
      let last: PretrainingRecord | undefined
      for (const record of pretraining.run(whole, data)) {
        if (record) last = record
        yield
      }
      const { loss = Number.NaN, accuracy = 0, divergedQuantity } = last ?? {}
      yield { depth, loss, accuracy: divergedQuantity === undefined ? accuracy : 0 }
    }
  },
}
