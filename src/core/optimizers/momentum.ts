import { type MakeOptimizer, memory } from './optimizer.ts'

/** Momentum: v ← μv + g, θ ← θ − ηv (PyTorch's form; Polyak 1964). */
export const momentum: MakeOptimizer = (parameters, { learningRate, momentum: mu = 0.9 }) => {
  const velocities = memory(parameters)
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        const v = velocities[p] as Float64Array
        for (let i = 0; i < value.length; i++) {
          v[i] = mu * (v[i] as number) + (grad[i] as number)
          value[i] = (value[i] as number) - learningRate * (v[i] as number)
        }
      })
    },
  }
}

/** Nesterov's momentum: v ← μv + g, θ ← θ − η(g + μv) (PyTorch's form; Sutskever et al. 2013). */
export const nesterov: MakeOptimizer = (parameters, { learningRate, momentum: mu = 0.9 }) => {
  const velocities = memory(parameters)
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        const v = velocities[p] as Float64Array
        for (let i = 0; i < value.length; i++) {
          v[i] = mu * (v[i] as number) + (grad[i] as number)
          const ahead = (grad[i] as number) + mu * (v[i] as number)
          value[i] = (value[i] as number) - learningRate * ahead
        }
      })
    },
  }
}
