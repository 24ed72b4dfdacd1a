import { describe, expect, test } from 'vitest'
import { activations } from '../../src/core/activations/index.ts'
import { type Loss, losses, softmax } from '../../src/core/losses/index.ts'
import { stream } from '../../src/core/random.ts'
import { centralDifferences } from './central-differences.ts'
import { relativeError } from './relative-error.ts'

const [batch, width] = [7, 5]

/** Outputs as the loss expects them, and targets of both sorts: one-hot (or 0 and 1) and soft. */
function draw(loss: Loss, seed: number) {
  const draws = stream(seed, 'data')
  const { value } = activations[loss.outputActivation]
  const output = Float64Array.from({ length: batch * width }, () => value(2 * draws.normal()))
  const targets = Float64Array.from({ length: batch * width }, () => draws.uniform())
  for (let row = 0; row < batch; row++) {
    const example = targets.subarray(row * width, (row + 1) * width)
    const total = example.reduce((sum, x) => sum + x, 0)
    const label = row % width
    example.forEach((x, j) => {
      example[j] = row % 2 === 0 ? x / total : Number(j === label)
    })
  }
  return { output, targets }
}

describe.each(Object.entries<Loss>(losses))('%s', (id, loss) => {
  test('is called by its key', () => {
    expect(loss.id).toBe(id)
  })

  test('gradient agrees with central differences to 1e-6', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { output, targets } = draw(loss, seed)
      const gradient = new Float64Array(output.length)
      loss.gradient(output, targets, gradient, batch, width)
      const value = () => loss.value(output, targets, batch, width)
      expect(relativeError(gradient, centralDifferences(value, output, 1e-6))).toBeLessThan(1e-6)
    }
  })

  test('is the mean over the batch: examples twice over change nothing', () => {
    const { output, targets } = draw(loss, 1)
    const once = loss.value(output, targets, batch, width)
    const twice = loss.value(
      Float64Array.of(...output, ...output),
      Float64Array.of(...targets, ...targets),
      2 * batch,
      width,
    )
    expect(twice).toBeCloseTo(once, 13)
  })

  test('stays finite for the most certain and most wrong output', () => {
    const extreme = loss.outputActivation === 'sigmoid' ? [0, 1] : [-1e3, 1e3]
    const [output, targets] = [Float64Array.from(extreme), Float64Array.of(1, 0)]
    const gradient = new Float64Array(2)
    loss.gradient(output, targets, gradient, 1, 2)
    expect(loss.value(output, targets, 1, 2)).toBeGreaterThan(0)
    expect(Number.isFinite(loss.value(output, targets, 1, 2))).toBe(true)
    expect(gradient.every(Number.isFinite)).toBe(true)
  })

  test('says NaN when an output is NaN', () => {
    const { output, targets } = draw(loss, 1)
    output[3] = Number.NaN
    expect(loss.value(output, targets, batch, width)).toBeNaN()
  })
})

describe('softmax', () => {
  test('sums to one, and a shift of all logits changes nothing', () => {
    const logits = Float64Array.of(0, 1, -2, 3)
    const [a, b] = [new Float64Array(4), new Float64Array(4)]
    softmax(logits, a, 0, 4)
    softmax(
      logits.map((z) => z + 1024),
      b,
      0,
      4,
    )
    expect(a.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 15)
    expect(b).toEqual(a)
  })

  test('touches only its own row', () => {
    const out = new Float64Array(6).fill(7)
    softmax(new Float64Array(6), out, 2, 2)
    expect([...out]).toEqual([7, 7, 0.5, 0.5, 7, 7])
  })
})

test('the two forms of binary cross-entropy agree', () => {
  const { output: z, targets } = draw(losses.binaryCrossEntropy, 3)
  const a = z.map((x) => activations.sigmoid.value(x))
  expect(losses.binaryCrossEntropyOnSigmoid.value(a, targets, batch, width)).toBeCloseTo(
    losses.binaryCrossEntropy.value(z, targets, batch, width),
    12,
  )
})
