import fc from 'fast-check'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import type { GradientFlowConfig } from '../../src/experiments/gradient-flow/record.ts'
import { arbitraryConfig } from './arbitrary-config.ts'

/** Any run of gradient-flow that takes no longer than a moment, odd sizes among them. */
export const smallRuns: fc.Arbitrary<GradientFlowConfig> = fc
  .tuple(
    arbitraryConfig<GradientFlowConfig>(gradientFlow.parameters),
    fc.record({
      depth: fc.integer({ min: 1, max: 9 }),
      width: fc.integer({ min: 2, max: 37 }),
      examples: fc.integer({ min: 10, max: 90 }),
      batchSize: fc.integer({ min: 1, max: 70 }),
      steps: fc.integer({ min: 1, max: 12 }),
    }),
  )
  .map(([config, sizes]) => ({ ...config, ...sizes }))
