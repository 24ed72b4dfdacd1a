import type { MakeOptimizer } from './optimizer.ts'

/** Stochastic gradient descent: θ ← θ − ηg. */
export const sgd: MakeOptimizer = (parameters, { learningRate }) => ({
  step() {
    for (const { value, grad } of parameters) {
      for (let i = 0; i < value.length; i++) {
        value[i] = (value[i] as number) - learningRate * (grad[i] as number)
      }
    }
  },
})
