import type { OptimizerOptions } from '../optimizers/index.ts'

/**
 * What an optimiser leaves of the distance to the minimum of ½ Σ λθ² at each step, after many steps: the
 * largest |r| over the curvatures λ, where r are the roots of r² − br + c = 0 (polyak1964; goh2017), with
 *
 *   sgd       b = 1 − ηλ,             c = 0
 *   momentum  b = 1 + μ − ηλ,         c = μ
 *   nesterov  b = (1 + μ)(1 − ηλ),    c = μ(1 − ηλ)
 *
 * Above 1 it diverges. The roots come from putting two successive steps together, which eliminates v.
 */
export function quadraticFactor(
  id: 'sgd' | 'momentum' | 'nesterov',
  { learningRate, momentum = 0.9 }: OptimizerOptions,
  curvatures: readonly number[],
): number {
  const radii = curvatures.map((curvature) => {
    const rest = 1 - learningRate * curvature
    if (id === 'sgd') return Math.abs(rest)
    return id === 'momentum'
      ? largestRoot(rest + momentum, momentum)
      : largestRoot((1 + momentum) * rest, momentum * rest)
  })
  return Math.max(...radii)
}

/** Of r² − br + c, in absolute value. */
function largestRoot(b: number, c: number): number {
  const discriminant = b * b - 4 * c
  return discriminant < 0 ? Math.sqrt(c) : (Math.abs(b) + Math.sqrt(discriminant)) / 2
}
