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
  let power1 = 1
  let power2 = 1
  return {
    step() {
      power1 *= beta1
      power2 *= beta2
      const rate = learningRate / (1 - power1)
      const rootCorrection = Math.sqrt(1 - power2)
      parameters.forEach(({ value, grad }, p) => {
        const m = means[p] as Float64Array
        const s = squares[p] as Float64Array
        for (let i = 0; i < value.length; i++) {
          const g = grad[i] as number
          m[i] = beta1 * (m[i] as number) + (1 - beta1) * g
          s[i] = beta2 * (s[i] as number) + (1 - beta2) * g * g
          const divisor = Math.sqrt(s[i] as number) / rootCorrection + epsilon
          value[i] = (value[i] as number) - (rate * (m[i] as number)) / divisor
        }
      })
    },
  }
}
