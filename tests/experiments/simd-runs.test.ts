/** Whole runs on the compiled kernels and on the plain ones: the same fingerprint. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { plainEngine, useEngine } from '../../src/core/engine.ts'
import { type GradientFlowConfig, gradientFlow } from '../../src/experiments/gradient-flow.ts'
import { defaults } from '../../src/experiments/parameters.ts'
import { experiments } from '../../src/experiments/registry.ts'
import { runToEnd } from '../../src/experiments/run.ts'
import { openFast } from '../core/fast-engine.ts'
import { arbitraryConfig } from './arbitrary-config.ts'

afterEach(() => useEngine(() => plainEngine))

/** What a run takes no longer than a moment for, and the odd sizes among them. */
const small = {
  depth: fc.integer({ min: 1, max: 9 }),
  width: fc.integer({ min: 2, max: 37 }),
  examples: fc.integer({ min: 10, max: 90 }),
  batchSize: fc.integer({ min: 1, max: 70 }),
  steps: fc.integer({ min: 1, max: 12 }),
}

test('gradient-flow, in 250 random configurations', { timeout: 300_000 }, () => {
  const configs = fc
    .tuple(arbitraryConfig<GradientFlowConfig>(gradientFlow.parameters), fc.record(small))
    .map(([config, sizes]) => ({ ...config, ...sizes }))
  return fc.assert(
    fc.asyncProperty(configs, async (config) => {
      useEngine(openFast)
      const fast = await runToEnd(gradientFlow, config)
      useEngine(() => plainEngine)
      const plain = await runToEnd(gradientFlow, config)
      expect(fast.fingerprint).toBe(plain.fingerprint)
    }),
    { seed: 1, numRuns: 250 },
  )
})

test.each(experiments.map((experiment) => [experiment.id, experiment] as const))(
  '%s as it first stands, for its first records',
  async (_, experiment) => {
    const config = { ...defaults(experiment.parameters) }
    if ('steps' in config) config.steps = 5
    useEngine(openFast)
    const fast = await runToEnd(experiment, config)
    useEngine(() => plainEngine)
    expect(fast.fingerprint).toBe((await runToEnd(experiment, config)).fingerprint)
  },
)
