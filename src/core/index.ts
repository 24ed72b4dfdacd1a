/** The table of contents of the core: what is true, and nothing on screen. */

export { type Activation, type ActivationId, activations } from './activations/index.ts'
export { accuracy, Batches } from './datasets/batches.ts'
export {
  circles,
  type Dataset,
  type Digits,
  digits,
  moons,
  spiral,
  unpackDigits,
  xor,
} from './datasets/index.ts'
export { openEngine } from './engine.ts'
export { type InitializerId, initializers } from './initializers/index.ts'
export { Conv2d } from './layers/conv2d.ts'
export { Dense } from './layers/dense.ts'
export type { ImageShape } from './layers/image.ts'
export { type Layer, type Parameter, parameter } from './layers/layer.ts'
export { BatchNorm, LayerNorm } from './layers/normalization.ts'
export { Pointwise } from './layers/pointwise.ts'
export { AveragePool2d, MaxPool2d } from './layers/pooling.ts'
export { Residual } from './layers/residual.ts'
export { TiedAutoencoder } from './layers/tied-autoencoder.ts'
export { type Loss, type LossId, losses, softmax } from './losses/index.ts'
export * as math from './math.ts'
export { DenseNetwork, finish, initialize, Network } from './network.ts'
export {
  clipGradients,
  type OptimizerId,
  optimizers,
} from './optimizers/index.ts'
export {
  type DivergedQuantity,
  deltaNorm,
  divergence,
  type LayerStatistics,
  layerStatistics,
  norm,
  saturatedFraction,
  UpdateRatios,
} from './probes/index.ts'
export { stream } from './random.ts'
export { blockFactors } from './theory/blocks.ts'
export { criticalLine } from './theory/critical-line.ts'
export { gaussianMeans, meanFieldFactors } from './theory/mean-field.ts'
export { quadraticFactor } from './theory/quadratic.ts'
