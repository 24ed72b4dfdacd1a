/** Whole runs on the compiled kernels and on the plain ones: the same fingerprint. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { plainEngine, useEngine } from '../../src/core/engine.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { openFast } from '../core/fast-engine.ts'
import { smallRuns } from './small-runs.ts'

afterEach(() => useEngine(() => plainEngine))

test('gradient-flow, in 250 random configurations', { timeout: 300_000 }, () => {
  return fc.assert(
    fc.asyncProperty(smallRuns, async (config) => {
      useEngine(openFast)
      const fast = await runToEnd(gradientFlow, config)
      useEngine(() => plainEngine)
      const plain = await runToEnd(gradientFlow, config)
      expect(fast.fingerprint).toBe(plain.fingerprint)
    }),
    { seed: 1, numRuns: 250 },
  )
})

test.each(await allExperiments())(
  '$id as it first stands, for its first records',
  async (experiment) => {
    const config = { ...defaults(experiment.parameters) }
    if ('steps' in config) config.steps = 5
    useEngine(openFast)
    const fast = await runToEnd(experiment, config)
    useEngine(() => plainEngine)
    expect(fast.fingerprint).toBe((await runToEnd(experiment, config)).fingerprint)
  },
)
