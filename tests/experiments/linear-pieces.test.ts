import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activations,
  DenseNetwork,
  initialize,
  initializers,
  losses,
} from '../../src/core/index.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { linearPieces } from '../../src/experiments/linear-pieces/index.ts'
import type {
  LinearPiecesConfig,
  LinearPiecesRecord,
} from '../../src/experiments/linear-pieces/record.ts'
import { bentLine, piecesOf } from '../../src/experiments/shared/piecewise.ts'
import { arbitraryConfig } from '../experiment/arbitrary-config.ts'

async function run(config: Partial<LinearPiecesConfig>): Promise<LinearPiecesRecord> {
  const { records } = await runToEnd(linearPieces, {
    ...defaults(linearPieces.parameters),
    ...config,
  })
  return records[0] as LinearPiecesRecord
}

const network = (hidden: readonly number[], batch: number) =>
  new DenseNetwork({
    inputs: 1,
    hidden,
    outputs: 1,
    activation: activations.relu,
    loss: losses.crossEntropy, // its output layer has no curve
    batch,
  })

test('k folds make 2ᵏ pieces between 0 and 1, and 6k + 1 parameters (Telgarsky 2016)', async () => {
  const { pieces, parameters, oneLayer, x, y } = await run({ depth: 10 })
  expect(pieces).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
  expect(parameters).toEqual(pieces.map((_, i) => 6 * (i + 1) + 1))
  expect(oneLayer).toEqual(pieces.map((_, i) => 2 * (i + 1) + 1))
  expect(x).toEqual(Array.from({ length: 1025 }, (_, i) => i / 1024))
  expect(y).toEqual(x.map((_, i) => i % 2))
})

describe('one hidden layer of no more parameters', () => {
  /** By trying: n units have n weights in, n biases, n weights out and one bias, and n bends make n + 1 pieces. */
  function mostPieces(parameters: number): number {
    let units = 0
    while (units + 1 + (units + 1) + (units + 1) + 1 <= parameters) units++
    return units + 1
  }

  test.each([2, 3, 4, 5, 6, 7, 8])('width %d, whatever the count leaves over', async (width) => {
    const { parameters, oneLayer } = await run({ start: 'random', depth: 3, width })
    const square = width * (width + 1)
    expect(parameters).toEqual([0, 1, 2].map((more) => 3 * width + 1 + more * square))
    expect(oneLayer).toEqual(parameters.map(mostPieces))
    expect(oneLayer[0]).toBe(width + 1) // it is such a layer itself
  })

  test('units: two a layer where they fold, and the width where they are random', async () => {
    const units = (given: Partial<LinearPiecesConfig>) =>
      linearPieces.measures['units']?.([], { ...defaults(linearPieces.parameters), ...given })
    expect(units({ start: 'sawtooth', depth: 7, width: 5 })).toBe(14)
    expect(units({ start: 'random', depth: 7, width: 5 })).toBe(35)
  })

  test('measures are those of the whole depth', () => {
    const record = { x: [], y: [], pieces: [2, 4, 8], parameters: [7, 13, 19], oneLayer: [3, 5, 7] }
    const config = defaults(linearPieces.parameters)
    const measured = ['pieces', 'parameters', 'oneLayer'].map((name) =>
      linearPieces.measures[name]?.([record], config),
    )
    expect(measured).toEqual([8, 19, 7])
  })
})

test('a line is bent where its units are, and nowhere else', () => {
  const net = network([3], 1)
  const [hidden, output] = net.layers
  hidden?.weight.value.set([1, -2, 3])
  hidden?.bias.value.set([-0.25, 1, 3]) // bends at 0.25 and 0.5; the third at −1, out of sight
  output?.weight.value.set([1, 1, 1])
  const line = [...bentLineOf(net)]
  expect(line.map(([x]) => x)).toEqual([0, 0.25, 0.5, 1])
  expect(line.map(([, y]) => y)).toEqual([4, 4.25, 4.75, 6.75])
  output?.weight.value.set([1, 0, 0]) // the second bend is no longer heard
  expect(piecesOf(lineOf(net))).toBe(2)
})

const lineOf = (net: DenseNetwork) => {
  const steps = bentLine(net, 0, 1)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
function* bentLineOf(net: DenseNetwork) {
  const { x, y } = lineOf(net)
  for (const [i, at] of x.entries()) yield [at, y[i]] as const
}

describe('the vertices of a random network', () => {
  test.each([1, 2, 3])('give the output between them as well, seed %d', (seed) => {
    const net = network([12, 12, 12, 12], 201)
    initialize(net, initializers.heNormal, { gain: 1, biasDeviation: 0.3, seed })
    const { x, y } = lineOf(net)
    const inputs = Float64Array.from({ length: 201 }, (_, i) => i / 200)
    let signal: Float64Array = inputs
    for (const layer of net.layers) signal = layer.forward(signal, 201)
    for (const [i, at] of inputs.entries()) {
      const next = Math.max(
        1,
        x.findIndex((vertex) => vertex >= at),
      )
      const [from = 0, to = 1] = x.slice(next - 1, next + 1)
      const [low = 0, high = 0] = y.slice(next - 1, next + 1)
      expect(low + ((at - from) / (to - from)) * (high - low)).toBeCloseTo(signal[i] as number, 9)
    }
    expect(x.length).toBeGreaterThan(10)
  })

  test('no single layer has more pieces than units and one', async () => {
    for (let weightSeed = 1; weightSeed <= 20; weightSeed++) {
      const { pieces } = await run({ start: 'random', depth: 1, width: 32, weightSeed })
      expect(pieces[0]).toBeLessThanOrEqual(33)
    }
  })
})

test('any configuration runs', () =>
  fc.assert(
    fc.asyncProperty(arbitraryConfig(linearPieces.parameters), async (config) => {
      const record = await run({ ...config, width: Math.min(config.width, 8) })
      expect(Object.values(record).flat().every(Number.isFinite)).toBe(true)
      expect(Math.min(...record.pieces)).toBeGreaterThanOrEqual(1)
    }),
    { seed: 1, numRuns: 30 },
  ))
