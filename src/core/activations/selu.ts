import { SELU_ALPHA, SELU_SCALE, seluMap } from '../kernels.ts'
import { exp, expm1 } from '../math.ts'
import type { Activation } from './activation.ts'

/**
 * λz above zero and λα(eᶻ − 1) at and below it. α and λ make mean 0 and variance 1 a fixed point from layer
 * to layer, for weights of variance 1/fan-in (Klambauer, Unterthiner, Mayr and Hochreiter 2017).
 */
export const selu: Activation = {
  id: 'selu',
  value: (z) => (z > 0 ? SELU_SCALE * z : SELU_SCALE * SELU_ALPHA * expm1(z)),
  derivative: (z) => (z > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * exp(z)),
  map: seluMap,
  steepest: SELU_SCALE * SELU_ALPHA,
}
