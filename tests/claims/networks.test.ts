/** Published and independently computed figures about whole networks: before training, over many seeds. */
import { describe, expect, test } from 'vitest'
import { digits as packed } from '../../content/data/digits.json'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { unpackDigits } from '../../src/core/datasets/index.ts'
import { type InitializerId, initializers } from '../../src/core/initializers/index.ts'
import { losses } from '../../src/core/losses/index.ts'
import { DenseNetwork, finish, initialize } from '../../src/core/network.ts'
import { activationMoments, deltaNorm } from '../../src/core/probes/index.ts'
import { stream } from '../../src/core/random.ts'
import { meanFieldFactors } from '../../src/core/theory/mean-field.ts'
import { defaults } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'

/** The value that a share of the values lies below, between neighbours by proportion. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] as number
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}
const median = (values: readonly number[]) => percentile(values, 0.5)

describe("Nielsen's networks on the digits, 60 seeds", () => {
  const data = { digits: unpackDigits(packed) }
  const seeds = Array.from({ length: 60 }, (_, i) => i + 1)

  /** The norm of the mean bias gradient before training, hidden layer by hidden layer. */
  function biasGradients(depth: number, weightSeed: number): readonly number[] {
    const run = gradientFlow.run(
      {
        ...defaults(gradientFlow.parameters),
        ...{ depth, width: 30, activation: 'sigmoid', initializer: 'fanIn', biasScale: 1 },
        ...{ loss: 'binaryCrossEntropy', dataSeed: 0, examples: 1000, batchSize: 1000 },
        ...{ steps: 0, weightSeed },
      },
      data,
    )
    const record = [...run].find((one) => one !== undefined)
    return record?.biasGradientNorm.slice(0, depth) ?? []
  }

  // The medians and percentiles were found with other draws than these. In each layer the norms scatter
  // by about 27 %, so the median of 60 has a standard error of 1.25 · 27 % / √60 = 4.4 %, and the
  // difference of two such medians 6 %; 18 % is three of that.
  test.each([
    [2, [0.062, 0.3], 3, 8],
    [3, [0.012, 0.06, 0.3], 15, 42],
  ])('%d hidden layers', (depth, medians, low, high) => {
    const norms = seeds.map((seed) => biasGradients(depth, seed))
    medians.forEach((expected, layer) => {
      const measured = median(norms.map((list) => list[layer] as number))
      expect(measured / expected).toBeGreaterThan(0.82)
      expect(measured / expected).toBeLessThan(1.18)
    })
    const ratios = norms.map((list) => (list.at(-1) as number) / (list[0] as number))
    expect(percentile(ratios, 0.05)).toBeGreaterThan(low)
    expect(percentile(ratios, 0.95)).toBeLessThan(high)
  })
})

const width = 256
const batch = 8

function makeNetwork(
  activation: ActivationId,
  initializer: InitializerId,
  depth: number,
  options: { gain: number; biasDeviation: number; seed: number },
) {
  const network = new DenseNetwork({
    inputs: width,
    hidden: Array.from({ length: depth }, () => width),
    outputs: 10,
    activation: activations[activation],
    loss: losses.binaryCrossEntropy,
    batch,
  })
  initialize(network, initializers[initializer], options)
  // Theory takes δ at the output to be independent of the way forward, as it is when the logits are
  // small against the targets. With 256 outputs at full weight, He's backward factor was 5 to 7 % above 1.
  network.layers.at(-1)?.weight.value.forEach((w, i, weights) => {
    weights[i] = w / 100
  })
  const draws = stream(options.seed, 'data')
  const inputs = Float64Array.from({ length: batch * width }, () => draws.normal())
  const targets = Float64Array.from({ length: batch * 10 }, () => Number(draws.uniform() < 0.5))
  finish(network.propagate(inputs, targets, batch))
  return network
}

const twenty = Array.from({ length: 20 }, (_, i) => i + 1)
/** From the first to the last value, per step. */
const perStep = (values: readonly number[]) =>
  ((values.at(-1) as number) / (values[0] as number)) ** (1 / (values.length - 1))

describe('mean-field factors at width 256, median of 20 seeds', () => {
  test.each([
    ['sigmoid', 1, 1, '0.205'],
    ['tanh', 2, 0.1, '1.00'],
    ['relu', 1, 0, '0.707'],
    ['relu', 2, 0, '1.00'],
  ] as const)('%s, σ_w² = %d, σ_b² = %d: %s a layer', (activation, weights, biases, quoted) => {
    const depth = 12
    const [gain, biasDeviation] = [Math.sqrt(weights), Math.sqrt(biases)]
    const inner = (values: readonly number[]) => values.slice(3, 10) // away from the two ends
    const measured = twenty.map((seed) => {
      const { layers } = makeNetwork(activation, 'fanIn', depth, { gain, biasDeviation, seed })
      return 1 / perStep(inner(layers.map(deltaNorm)))
    })
    const layer = { fanIn: width, weightDeviation: gain / Math.sqrt(width), biasDeviation }
    const factors = meanFieldFactors({
      activation: activations[activation],
      layers: Array.from({ length: depth + 1 }, () => layer),
      inputs: [1],
    })
    const fixedPoint = factors.at(-1) as number
    expect(fixedPoint.toFixed(quoted.length - 2)).toBe(quoted)
    expect(Math.abs(median(measured) / fixedPoint - 1)).toBeLessThan(0.02)
  })
})

describe('ReLU at width 256, median of 20 seeds: root mean squares from layer to layer', () => {
  test.each([
    ['xavierUniform', Math.SQRT1_2],
    ['heNormal', 1],
  ] as const)('%s: a factor of %d', (initializer, expected) => {
    const networks = twenty.map((seed) => {
      const { layers } = makeNetwork('relu', initializer, 8, { gain: 1, biasDeviation: 0, seed })
      const hidden = layers.slice(0, -1)
      const sizes = hidden.map((layer) => {
        const { mean, deviation } = activationMoments(layer)
        return Math.hypot(mean, deviation)
      })
      const deltas = hidden.map(deltaNorm)
      return { forward: perStep(sizes), backward: perStep(deltas.toReversed()) }
    })
    const forward = median(networks.map((n) => n.forward))
    const backward = median(networks.map((n) => n.backward))
    expect(Math.abs(forward / expected - 1)).toBeLessThan(0.05)
    expect(Math.abs(backward / expected - 1)).toBeLessThan(0.05)
  })
})

describe('1,000 inputs, half of them 1 and the rest 0: z of 4,000 units', () => {
  /** P(|z| > 5), the two tails of the normal law by the midpoint rule. */
  function beyondFive(deviation: number): number {
    const [points, far] = [20_000, 40]
    const h = far / points
    let total = 0
    for (let i = 0; i < points; i++) total += Math.exp(-((5 / deviation + (i + 0.5) * h) ** 2) / 2)
    return (2 * total * h) / Math.sqrt(2 * Math.PI)
  }

  test.each([
    ['normal', Math.sqrt(501), 22.4, '8.23e-1'],
    ['fanIn', Math.sqrt(1.5), 1.22, '4.5e-5'],
  ] as const)('%s weights, N(0, 1) biases', (initializer, deviation, quoted, beyond) => {
    const units = 4000
    const network = new DenseNetwork({
      inputs: 1000,
      hidden: [],
      outputs: units,
      activation: activations.identity,
      loss: losses.binaryCrossEntropy,
      batch: 1,
    })
    initialize(network, initializers[initializer], { gain: 1, biasDeviation: 1, seed: 1 })
    const inputs = Float64Array.from({ length: 1000 }, (_, i) => i % 2)
    network.layers[0]?.forward(inputs, 1)
    const z = network.layers[0]?.preActivation ?? new Float64Array()
    const measured = Math.sqrt(z.reduce((sum, x) => sum + x * x, 0) / units)
    expect(deviation.toPrecision(3)).toBe(quoted.toPrecision(3))
    // Three standard errors: a deviation from n draws scatters by 1/√(2n), a share by √(p(1−p)/n).
    expect(Math.abs(measured / deviation - 1)).toBeLessThan(3 / Math.sqrt(2 * units))
    const p = beyondFive(deviation)
    expect(p.toExponential(beyond.indexOf('e') - 2)).toBe(beyond)
    const share = z.filter((x) => Math.abs(x) > 5).length / units
    expect(Math.abs(share - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / units))
  })
})

describe('born dead: one input, zero biases, ReLU, 2,000 seeds', () => {
  test.each([
    [2, 10, 0.944],
    [4, 10, 0.476],
  ])('%d units in each of %d layers: %d', (units, depth, quoted) => {
    const network = new DenseNetwork({
      inputs: 1,
      hidden: Array.from({ length: depth }, () => units),
      outputs: 1,
      activation: activations.relu,
      loss: losses.meanSquaredError,
      batch: 1,
    })
    const count = 2000
    let dead = 0
    for (let seed = 1; seed <= count; seed++) {
      initialize(network, initializers.heNormal, { gain: 1, biasDeviation: 0, seed })
      finish(network.propagate(Float64Array.of(1), Float64Array.of(1), 1))
      const last = network.layers.at(-2)?.activation ?? new Float64Array()
      if (last.every((a) => a === 0)) dead++ // once a layer is all off, so are those behind it
    }
    const p = 1 - (1 - 2 ** -units) ** depth
    expect(p.toFixed(3)).toBe(quoted.toFixed(3))
    expect(Math.abs(dead / count - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / count))
  })
})
