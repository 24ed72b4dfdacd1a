import { type MakeOptimizer, memory } from './optimizer.ts'

/** RMSprop: s ← β₂s + (1−β₂)g², θ ← θ − ηg/(√s + ε), with β₂ = 0.99 as in PyTorch (Tieleman and Hinton 2012). */
export const rmsprop: MakeOptimizer = (
  parameters,
  { learningRate, beta2 = 0.99, epsilon = 1e-8 },
) => {
  const squares = memory(parameters)
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        const s = squares[p] as Float64Array
        for (let i = 0; i < value.length; i++) {
          const g = grad[i] as number
          s[i] = beta2 * (s[i] as number) + (1 - beta2) * g * g
          value[i] =
            (value[i] as number) - (learningRate * g) / (Math.sqrt(s[i] as number) + epsilon)
        }
      })
    },
  }
}
