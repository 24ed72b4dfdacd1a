import { type MakeOptimizer, memory } from './optimizer.ts'

/**
 * Adam: m ← β₁m + (1−β₁)g, s ← β₂s + (1−β₂)g², θ ← θ − η m̂/(√ŝ + ε), where m̂ = m/(1−β₁ᵗ) and
 * ŝ = s/(1−β₂ᵗ) undo the start from zero (Kingma and Ba 2015).
 */
export const adam: MakeOptimizer = (
  parameters,
  { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 },
) => {
  const means = memory(parameters)
  const squares = memory(parameters)
  const steps = parameters.map(({ engine }) => engine.twin(adamStep))
  let power1 = 1
  let power2 = 1
  return {
    step() {
      power1 *= beta1
      power2 *= beta2
      const rate = learningRate / (1 - power1)
      const root = Math.sqrt(1 - power2)
      parameters.forEach(({ value, grad }, p) => {
        const [m, s] = [means[p] as Float64Array, squares[p] as Float64Array]
        steps[p]?.(value, grad, m, s, value.length, beta1, beta2, epsilon, rate, root)
      })
    },
  }
}

/** One update with the rate η/(1−β₁ᵗ) and √(1−β₂ᵗ), which are the same for every parameter. */
export function adamStep(
  value: Float64Array,
  grad: Float64Array,
  means: Float64Array,
  squares: Float64Array,
  count: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  rate: number,
  root: number,
): void {
  for (let i = 0; i < count; i++) {
    const g = grad[i] as number
    const m = beta1 * (means[i] as number) + (1 - beta1) * g
    const s = beta2 * (squares[i] as number) + (1 - beta2) * g * g
    means[i] = m
    squares[i] = s
    value[i] = (value[i] as number) - (rate * m) / (Math.sqrt(s) / root + epsilon)
  }
}
