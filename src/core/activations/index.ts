import { elu } from './elu.ts'
import { gelu } from './gelu.ts'
import { identity } from './identity.ts'
import { leakyRelu } from './leaky-relu.ts'
import { prelu } from './prelu.ts'
import { relu } from './relu.ts'
import { selu } from './selu.ts'
import { sigmoid } from './sigmoid.ts'
import { silu } from './silu.ts'
import { softplus } from './softplus.ts'
import { tanh } from './tanh.ts'

export const activations = {
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  prelu,
  elu,
  softplus,
  identity,
  selu,
  gelu,
  silu,
}
export type ActivationId = keyof typeof activations
export type { Activation } from './activation.ts'
