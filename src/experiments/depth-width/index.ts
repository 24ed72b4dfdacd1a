/**
 * Networks of one size and many shapes, from wide and shallow to narrow and deep, or of one shape with more
 * and more data: each trained anew, and asked about what it learned from and about what it never saw.
 */

import type { Data, Experiment } from '../../experiment/experiment.ts'
import { inOrder } from '../../experiment/parts.ts'
import {
  activationOptions,
  initializerOptions,
  learningRate,
  seed,
} from '../shared/network-setup.ts'
import { depths, depthWidthMeasures, sizes } from './measures.ts'
import type { DepthWidthConfig, DepthWidthRecord } from './record.ts'
import { training } from './training.ts'

export const depthWidth: Experiment<DepthWidthConfig, DepthWidthRecord> = {
  id: 'depth-width',
  version: 1,
  parameters: {
    across: { kind: 'choice', options: ['depths', 'sizes'], default: 'depths' },
    dataset: {
      kind: 'choice',
      options: ['digits', 'spiral', 'xor', 'moons', 'circles'],
      default: 'digits',
    },
    activation: { kind: 'choice', options: activationOptions, default: 'relu' },
    initializer: { kind: 'choice', options: initializerOptions, default: 'heNormal' },
    depth: { kind: 'number', min: 1, max: 12, step: 1, default: 4 },
    budget: { kind: 'number', min: 50, max: 10000, step: 1, default: 2000, scale: 'log' },
    examples: { kind: 'number', min: 10, max: 800, step: 1, default: 200, scale: 'log' },
    optimizer: { kind: 'choice', options: ['adam', 'momentum', 'sgd'], default: 'adam' },
    learningRate: learningRate(0.005),
    batchSize: { kind: 'number', min: 1, max: 100, step: 1, default: 20, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 1, max: 1000, step: 1, default: 300 },
    repeats: { kind: 'number', min: 1, max: 20, step: 1, default: 3 },
    dataSeed: seed(1),
    weightSeed: seed(1),
    batchSeed: seed(1),
  },
  parts: 'repeats',
  measures: depthWidthMeasures,
  needs: ({ dataset }) => (dataset === 'digits' ? ['digits'] : []),
  run: (config, data) => inOrder(config.repeats, (index) => sweep(config, data, index)),
  part: sweep,
}

/** One of the repeats: every depth or size once. It needs nothing of the others. */
function* sweep(
  config: DepthWidthConfig,
  data: Data,
  index: number,
): Generator<DepthWidthRecord | undefined, void> {
  const { across, depth, examples } = config
  const points =
    across === 'depths'
      ? depths.map((one) => ({ depth: one, examples }))
      : sizes.map((one) => ({ depth, examples: one }))
  for (const point of points) yield yield* training(config, data, index, point)
}
