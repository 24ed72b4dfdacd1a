/** What chapter three says of a published figure that steps by the wrong gradient, and of one that does not. */
import { expect, test } from 'vitest'

/**
 * One sigmoid neuron, x = 1, y = 0, under C = −ln(1−a), by hand: `rule` is what each step takes for the
 * gradient of weight and bias. Nothing of the core is used.
 */
function outputAt(step: number, start: number, learningRate: number, rule: (a: number) => number) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
  let [w, b] = [start, start]
  for (let i = 0; i < step; i++) {
    const gradient = rule(sigmoid(w + b))
    w -= learningRate * gradient
    b -= learningRate * gradient
  }
  return sigmoid(w + b)
}

const byPreActivation = (a: number) => a // ∂C/∂z, which moves w and b
const byOutput = (a: number) => 1 / (1 - a) // ∂C/∂a, which the animation uses in its place
const squared = (a: number) => a * a * (1 - a) // ∂C/∂z of a²/2

test.each([
  ['the published step, η = 0.005', byOutput, 0.005, '0.048'],
  ['the right step, η = 0.005', byPreActivation, 0.005, '0.780'],
  ['the right step, η = 0.15', byPreActivation, 0.15, '0.012'],
  ['squared error, η = 0.15', squared, 0.15, '0.203'],
] as const)('from w = b = 2, %s: the output at step 300', (_, rule, learningRate, expected) => {
  expect(outputAt(300, 2, learningRate, rule).toFixed(3)).toBe(expected)
})

test('the published step is some 57 times too long at the start', () => {
  const a = 1 / (1 + Math.exp(-4))
  expect(Math.round(byOutput(a) / byPreActivation(a))).toBe(57)
})
