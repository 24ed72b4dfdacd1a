import type { MakeOptimizer } from './optimizer.ts'

/** Stochastic gradient descent: θ ← θ − ηg. */
export const sgd: MakeOptimizer = (parameters, { learningRate }) => {
  const descents = parameters.map(({ engine }) => engine.twin(descend))
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        descents[p]?.(value, grad, value.length, learningRate)
      })
    },
  }
}

/** θ ← θ − ηg, element by element. */
export function descend(
  value: Float64Array,
  grad: Float64Array,
  count: number,
  learningRate: number,
): void {
  for (let i = 0; i < count; i++) {
    value[i] = (value[i] as number) - learningRate * (grad[i] as number)
  }
}
