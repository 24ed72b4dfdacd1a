import { sumOfSquares } from '../kernels.ts'
import type { Parameter } from '../layers/layer.ts'

/**
 * Scales all gradients together so that their common norm is at most `limit` (Pascanu, Mikolov and
 * Bengio 2013), with PyTorch's 10⁻⁶ in the divisor. Returns the norm before.
 */
export function clipGradients(parameters: readonly Parameter[], limit: number): number {
  let total = 0
  for (const { grad } of parameters) total += sumOfSquares(grad, grad.length)
  const norm = Math.sqrt(total)
  const scale = limit / (norm + 1e-6)
  if (scale < 1) {
    for (const { grad } of parameters) {
      for (let i = 0; i < grad.length; i++) grad[i] = (grad[i] as number) * scale
    }
  }
  return norm
}
