/** Ten steps of every optimiser, with and without clipping, against PyTorch in float64: see tests/golden/generate.py. */
import { expect, test } from 'vitest'
import { clipGradients, optimizers } from '../../src/core/optimizers/index.ts'
import { build, type OptimizerCase, readGolden } from './golden.ts'
import { relativeError } from './relative-error.ts'

const golden = readGolden<OptimizerCase>('optimizers.json')

test('every optimiser is there, with and without clipping', () => {
  const pairs = golden.cases.map(({ optimizer, clip }) => `${optimizer} ${clip > 0}`)
  const expected = Object.keys(optimizers).flatMap((o) => [`${o} false`, `${o} true`])
  expect(pairs.sort()).toEqual(expected.sort())
})

test.each(golden.cases)('ten steps of $optimizer, clipped at $clip', (expected) => {
  const { network, run } = build(golden, 'prelu', 'crossEntropy')
  const { learningRate } = expected
  const optimizer = optimizers[expected.optimizer](network.parameters, { learningRate })
  const [losses, norms]: number[][] = [[], []]
  for (let step = 0; step < 10; step++) {
    losses?.push(run())
    norms?.push(clipGradients(network.parameters, expected.clip || Number.POSITIVE_INFINITY))
    optimizer.step()
  }
  expect(relativeError(losses ?? [], expected.losses)).toBeLessThan(1e-10)
  expect(relativeError(norms ?? [], expected.gradientNorms)).toBeLessThan(1e-10)
  for (const { name, value } of network.parameters) {
    expect(relativeError(value, expected.parameters[name] ?? []), name).toBeLessThan(1e-10)
  }
})
