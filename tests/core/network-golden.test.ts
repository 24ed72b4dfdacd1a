/** Forward, loss and every gradient against PyTorch in float64: see tests/golden/generate.py. */
import { expect, test } from 'vitest'
import { activations } from '../../src/core/activations/index.ts'
import { losses } from '../../src/core/losses/index.ts'
import { build, type NetworkCase, readGolden } from './golden.ts'
import { relativeError } from './relative-error.ts'

const golden = readGolden<NetworkCase>('networks.json')

test('every activation stands with every loss', () => {
  const pairs = golden.cases.map(({ activation, loss }) => `${activation} ${loss}`)
  const expected = Object.keys(activations).flatMap((a) =>
    Object.keys(losses).map((l) => `${a} ${l}`),
  )
  expect(pairs.sort()).toEqual(expected.sort())
})

test.each(golden.cases)('$activation with $loss', ({ activation, loss, ...expected }) => {
  const { network, run } = build(golden, activation, loss)
  expect(relativeError([run()], [expected.value])).toBeLessThan(1e-10)
  expect(relativeError(network.output, expected.output)).toBeLessThan(1e-10)
  expect(Object.keys(expected.gradients).sort()).toEqual(
    network.parameters.map(({ name }) => name).sort(),
  )
  for (const { name, grad } of network.parameters) {
    expect(relativeError(grad, expected.gradients[name] ?? []), name).toBeLessThan(1e-10)
  }
})
