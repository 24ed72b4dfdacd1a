import { type MakeOptimizer, memory } from './optimizer.ts'

/** RMSprop: s ← β₂s + (1−β₂)g², θ ← θ − ηg/(√s + ε), with β₂ = 0.99 as in PyTorch (Tieleman and Hinton 2012). */
export const rmsprop: MakeOptimizer = (
  parameters,
  { learningRate, beta2 = 0.99, epsilon = 1e-8 },
) => {
  const squares = memory(parameters)
  const steps = parameters.map(({ engine }) => engine.twin(rmspropStep))
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        const s = squares[p] as Float64Array
        steps[p]?.(value, grad, s, value.length, beta2, epsilon, learningRate)
      })
    },
  }
}

export function rmspropStep(
  value: Float64Array,
  grad: Float64Array,
  squares: Float64Array,
  count: number,
  beta2: number,
  epsilon: number,
  learningRate: number,
): void {
  for (let i = 0; i < count; i++) {
    const g = grad[i] as number
    const s = beta2 * (squares[i] as number) + (1 - beta2) * g * g
    squares[i] = s
    value[i] = (value[i] as number) - (learningRate * g) / (Math.sqrt(s) + epsilon)
  }
}
