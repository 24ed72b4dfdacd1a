import type { Parameter } from '../layers/layer.ts'

/** Changes the parameters once, by their present gradients. */
export interface Optimizer {
  step(): void
}

export interface OptimizerOptions {
  readonly learningRate: number
  readonly momentum?: number
  readonly beta1?: number
  readonly beta2?: number
  readonly epsilon?: number
}

export type MakeOptimizer = (
  parameters: readonly Parameter[],
  options: OptimizerOptions,
) => Optimizer

/** A buffer of zeros for each parameter: what the optimiser remembers between steps. */
export const memory = (parameters: readonly Parameter[]): readonly Float64Array[] =>
  parameters.map(({ value, engine }) => engine.allocate(value.length))
