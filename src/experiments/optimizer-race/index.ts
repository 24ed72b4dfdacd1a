/**
 * Optimisers on a ravine of two parameters: a bowl that is κ times steeper one way than the other, turned
 * by an angle against the parameters' axes. Theory says what each of them leaves of the distance per step.
 */

import { math, optimizers, parameter, quadraticFactor } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { measure } from '../../experiment/measure.ts'
import type { OptimizerRaceConfig, OptimizerRaceRecord } from './record.ts'

type Records = readonly OptimizerRaceRecord[]

/** Along the ravine and across it. */
const start = { along: -0.9, across: 0.25 } as const

/** NaN where there is no theory. */
const predictedFactor = ({ optimizer, condition, ...options }: OptimizerRaceConfig): number =>
  optimizer === 'adam' || optimizer === 'rmsprop'
    ? Number.NaN
    : quadraticFactor(optimizer, options, [1, 1 / condition])

export const optimizerRace: Experiment<OptimizerRaceConfig, OptimizerRaceRecord> = {
  id: 'optimizer-race',
  version: 1,
  parameters: {
    optimizer: {
      kind: 'choice',
      options: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'],
      default: 'sgd',
    },
    learningRate: { kind: 'number', min: 0.001, max: 10, step: 0.001, default: 1.96, scale: 'log' },
    momentum: { kind: 'number', min: 0, max: 0.99, step: 0.01, default: 0.9 },
    condition: { kind: 'number', min: 1, max: 1000, step: 1, default: 49, scale: 'log' },
    angle: { kind: 'number', min: 0, max: 90, step: 1, default: 20 },
    steps: { kind: 'number', role: 'duration', min: 1, max: 1000, step: 1, default: 120 },
  },
  stepColumn: 'step',
  measures: {
    /** What a step leaves of the distance, over the second half of the run. */
    factor: measure('ratio', (records: Records) => {
      const middle = records[Math.floor(records.length / 2)]
      const last = records.at(-1)
      if (!middle || !last || last.step === middle.step) return Number.NaN
      return math.exp(math.log(last.distance / middle.distance) / (last.step - middle.step))
    }),
    predictedFactor: measure('ratio', (_: Records, config: OptimizerRaceConfig) =>
      predictedFactor(config),
    ),
    /** Steps until the distance is, and stays, below a hundredth of what it was; −1 if it never is. */
    stepsToHundredth: measure('step', (records: Records) => {
      const limit = (records[0]?.distance ?? 0) / 100
      const outside = records.findLastIndex(({ distance }) => !(distance <= limit))
      return outside + 1 < records.length ? outside + 1 : -1
    }),
    lastDistance: measure('number', (records: Records) => records.at(-1)?.distance ?? Number.NaN),
  },
  *run(config, _, observer) {
    const cos = math.cos((config.angle * Math.PI) / 180)
    const sin = math.sin((config.angle * Math.PI) / 180)
    const theta = parameter('theta', [2])
    const { value, grad } = theta
    value[0] = cos * start.along - sin * start.across
    value[1] = sin * start.along + cos * start.across
    const told = (when: 'initial' | 'final') =>
      observer?.parameters?.(when, [{ name: 'theta', shape: [2], values: [...value] }])
    told('initial')
    const first = Math.sqrt(value[0] * value[0] + value[1] * value[1])
    const factor = predictedFactor(config)
    let predicted = Number.isNaN(factor) ? factor : first
    const optimizer = optimizers[config.optimizer]([theta], config)
    for (let step = 0; step <= config.steps; step++) {
      const [x, y] = value as unknown as readonly [number, number]
      const along = cos * x + sin * y
      const across = cos * y - sin * x
      const loss = (along * along) / config.condition / 2 + (across * across) / 2
      const record: OptimizerRaceRecord = {
        step,
        loss,
        distance: Math.sqrt(x * x + y * y),
        place: [x, y],
        ...(Number.isFinite(predicted) && { predicted }),
      }
      predicted *= factor
      if (!Number.isFinite(loss)) {
        yield { ...record, divergedQuantity: 'loss' }
        break
      }
      yield record
      grad[0] = (cos * along) / config.condition - sin * across
      grad[1] = (sin * along) / config.condition + cos * across
      if (step < config.steps) optimizer.step()
    }
    told('final')
  },
}
