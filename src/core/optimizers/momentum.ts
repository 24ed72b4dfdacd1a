import type { Parameter } from '../layers/layer.ts'
import { type MakeOptimizer, memory, type Optimizer, type OptimizerOptions } from './optimizer.ts'

/** Momentum: v ← μv + g, θ ← θ − ηv (PyTorch's form; Polyak 1964). */
export const momentum: MakeOptimizer = (parameters, options) =>
  withVelocities(momentumStep, parameters, options)

/** Nesterov's momentum: v ← μv + g, θ ← θ − η(g + μv) (PyTorch's form; Sutskever et al. 2013). */
export const nesterov: MakeOptimizer = (parameters, options) =>
  withVelocities(nesterovStep, parameters, options)

function withVelocities(
  kernel: typeof momentumStep,
  parameters: readonly Parameter[],
  { learningRate, momentum: mu = 0.9 }: OptimizerOptions,
): Optimizer {
  const velocities = memory(parameters)
  const steps = parameters.map(({ engine }) => engine.twin(kernel))
  return {
    step() {
      parameters.forEach(({ value, grad }, p) => {
        steps[p]?.(value, grad, velocities[p] as Float64Array, value.length, mu, learningRate)
      })
    },
  }
}

export function momentumStep(
  value: Float64Array,
  grad: Float64Array,
  velocity: Float64Array,
  count: number,
  mu: number,
  learningRate: number,
): void {
  for (let i = 0; i < count; i++) {
    const v = mu * (velocity[i] as number) + (grad[i] as number)
    velocity[i] = v
    value[i] = (value[i] as number) - learningRate * v
  }
}

export function nesterovStep(
  value: Float64Array,
  grad: Float64Array,
  velocity: Float64Array,
  count: number,
  mu: number,
  learningRate: number,
): void {
  for (let i = 0; i < count; i++) {
    const g = grad[i] as number
    const v = mu * (velocity[i] as number) + g
    velocity[i] = v
    value[i] = (value[i] as number) - learningRate * (g + mu * v)
  }
}
