/**
 * Softmax on a handful of numbers: outputs, Jacobian, and the gradient of cross-entropy, beside what
 * nudging each number gives. The same numbers through sigmoids, and through the bare formula, stand next to it.
 */
import { activations, losses, math, softmax } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { softmaxMixerMeasures } from './measures.ts'
import type { SoftmaxMixerConfig, SoftmaxMixerRecord } from './record.ts'

export const softmaxMixer: Experiment<SoftmaxMixerConfig, SoftmaxMixerRecord> = {
  id: 'softmax-mixer',
  version: 1,
  parameters: {
    logits: {
      kind: 'list',
      length: [2, 6],
      min: -20,
      max: 20,
      step: 0.1,
      default: [2.5, -1, 3.2, 0.5],
    },
    temperature: { kind: 'number', min: 0.05, max: 20, step: 0.05, default: 1, scale: 'log' },
    constant: { kind: 'number', min: -1000, max: 1000, step: 1, default: 0 },
    trueClass: { kind: 'number', min: 1, max: 6, step: 1, default: 1 },
  },
  measures: softmaxMixerMeasures,
  *run({ logits, temperature, constant, trueClass }) {
    const label = Math.min(trueClass, logits.length) - 1
    const target = Float64Array.from(logits, (_, j) => Number(j === label))
    const lossOf = (z: readonly number[]) =>
      losses.crossEntropy.value(scale(z, temperature, constant), target, 1, z.length)
    const scaled = scale(logits, temperature, constant)
    const output = softmaxOf(scaled)
    const gradient = new Float64Array(logits.length)
    losses.crossEntropy.gradient(scaled, target, gradient, 1, logits.length)
    yield {
      scaled: [...scaled],
      output,
      sigmoid: Array.from(scaled, activations.sigmoid.value),
      bare: bareSoftmax(scaled),
      jacobian: jacobian(output).map((slope) => slope / temperature),
      loss: lossOf(logits),
      gradient: Array.from(gradient, (g) => g / temperature),
      nudged: logits.map((_, k) => centralDifference(lossOf, logits, k)),
      label,
    }
  },
}

const scale = (z: readonly number[], temperature: number, constant: number): Float64Array =>
  Float64Array.from(z, (x) => (x + constant) / temperature)

function softmaxOf(z: Float64Array): number[] {
  const a = new Float64Array(z.length)
  softmax(z, a, 0, z.length)
  return [...a]
}

/** The formula as it is written: past z = 709 the exponential is infinite, and ∞/∞ is not a number. */
function bareSoftmax(z: Float64Array): number[] {
  const exponentials = Array.from(z, math.exp)
  const sum = exponentials.reduce((total, e) => total + e, 0)
  return exponentials.map((e) => e / sum)
}

/** ∂a_j/∂u_k = a_j (1 − a_j) on the diagonal, −a_j a_k off it. */
function jacobian(a: readonly number[]): number[] {
  return a.flatMap((aj, j) => a.map((ak, k) => aj * (Number(j === k) - ak)))
}

const nudge = 1e-5

/** Through the values that floating point gives to z ± h: a large constant takes the last digits of h. */
function centralDifference(
  f: (z: readonly number[]) => number,
  z: readonly number[],
  k: number,
): number {
  const [above, below] = [nudge, -nudge].map((h) => z.map((x, j) => (j === k ? x + h : x)))
  return (f(above as number[]) - f(below as number[])) / (2 * nudge)
}
