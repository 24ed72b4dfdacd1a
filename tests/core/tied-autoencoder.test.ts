/** Against PyTorch in float64 (tests/golden/tied-autoencoder.py) and against nudging each parameter. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { TiedAutoencoder } from '../../src/core/layers/tied-autoencoder.ts'
import { type LossId, losses } from '../../src/core/losses/index.ts'
import { stream } from '../../src/core/random.ts'
import { centralDifferences } from './central-differences.ts'
import { relativeError } from './relative-error.ts'

interface Golden {
  readonly batch: number
  readonly fanIn: number
  readonly fanOut: number
  readonly inputs: readonly number[]
  readonly weight: readonly number[]
  readonly bias: readonly number[]
  readonly outputBias: readonly number[]
  readonly cases: readonly Case[]
}
interface Case {
  readonly activation: ActivationId
  readonly output: 'sigmoid' | 'identity'
  readonly loss: LossId
  readonly value: number
  readonly code: readonly number[]
  readonly reconstruction: readonly number[]
  readonly gradients: Readonly<Record<'weight' | 'bias' | 'outputBias', readonly number[]>>
}

const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/tied-autoencoder.json', import.meta.url), 'utf8'),
)

function build(
  size: { batch: number; fanIn: number; fanOut: number },
  { activation, output, loss }: Pick<Case, 'activation' | 'output' | 'loss'>,
  inputs: Float64Array,
) {
  const { batch, fanIn } = size
  const autoencoder = new TiedAutoencoder({
    name: 'layers.0',
    ...size,
    code: activations[activation],
    output: activations[output],
  })
  const { encoder } = autoencoder
  const gradient = new Float64Array(batch * fanIn)
  const run = () => {
    const out = autoencoder.forward(inputs, batch)
    losses[loss].gradient(out, inputs, gradient, batch, fanIn)
    autoencoder.backward(gradient)
    return losses[loss].value(out, inputs, batch, fanIn)
  }
  return { autoencoder, encoder, run }
}

describe.each(golden.cases)('$activation code, $output output, $loss', (expected) => {
  test('is what PyTorch computes', () => {
    const { autoencoder, encoder, run } = build(golden, expected, Float64Array.from(golden.inputs))
    encoder.weight.value.set(golden.weight)
    encoder.bias.value.set(golden.bias)
    autoencoder.outputBias.value.set(golden.outputBias)
    expect(relativeError([run()], [expected.value])).toBeLessThan(1e-10)
    expect(relativeError(encoder.activation, expected.code)).toBeLessThan(1e-10)
    expect(relativeError(autoencoder.activation, expected.reconstruction)).toBeLessThan(1e-10)
    const { weight, bias, outputBias } = expected.gradients
    expect(relativeError(encoder.weight.grad, weight)).toBeLessThan(1e-10)
    expect(relativeError(encoder.bias.grad, bias)).toBeLessThan(1e-10)
    expect(relativeError(autoencoder.outputBias.grad, outputBias)).toBeLessThan(1e-10)
  })

  test.each([1, 2, 3])('agrees with nudging each parameter, seed %d', (seed) => {
    const size = { batch: 5, fanIn: 6, fanOut: 3 }
    const draws = stream(seed, 'data')
    const inputs = Float64Array.from({ length: 30 }, () => 0.05 + 0.9 * draws.uniform())
    const { autoencoder, encoder, run } = build(size, expected, inputs)
    // Redrawn until every pre-activation keeps away from 0, where ReLU bends.
    do {
      for (const { value } of autoencoder.parameters) {
        for (let i = 0; i < value.length; i++) value[i] = 0.8 * draws.normal()
      }
      run()
    } while (encoder.preActivation.some((z) => Math.abs(z) < 1e-3))
    const gradients = autoencoder.parameters.map(({ grad }) => grad.slice())
    autoencoder.parameters.forEach(({ name, value }, i) => {
      const numeric = centralDifferences(run, value, 1e-5)
      expect(relativeError(gradients[i] as Float64Array, numeric), name).toBeLessThan(1e-6)
    })
  })
})

test('each road alone misses the gradient of W: it is their sum', () => {
  const [first] = golden.cases
  if (!first) throw new Error('expected a case')
  const { autoencoder, encoder, run } = build(golden, first, Float64Array.from(golden.inputs))
  encoder.weight.value.set(golden.weight)
  run()
  const numeric = centralDifferences(run, encoder.weight.value, 1e-5)
  run()
  const { fanIn, fanOut } = golden
  const back = Float64Array.from({ length: fanIn * fanOut }, (_, i) => {
    const [j, k] = [Math.floor(i / fanIn), i % fanIn]
    return autoencoder.gradWayBack[k * fanOut + j] as number
  })
  const there = encoder.weight.grad.map((whole, i) => whole - (back[i] as number))
  expect(relativeError(back, numeric)).toBeGreaterThan(0.05)
  expect(relativeError(there, numeric)).toBeGreaterThan(0.05)
  expect(relativeError(encoder.weight.grad, numeric)).toBeLessThan(1e-6)
})

test('a smaller batch than the largest leaves the rest of the buffers alone', () => {
  const [first] = golden.cases
  if (!first) throw new Error('expected a case')
  const { autoencoder, encoder } = build(golden, first, new Float64Array(0))
  encoder.weight.value.set(golden.weight)
  const inputs = Float64Array.from(golden.inputs)
  const whole = autoencoder.forward(inputs, golden.batch).slice()
  expect(autoencoder.forward(inputs.subarray(0, 2 * golden.fanIn), 2)).toEqual(whole)
})
