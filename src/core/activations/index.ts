import { elu } from './elu.ts'
import { identity } from './identity.ts'
import { leakyRelu } from './leaky-relu.ts'
import { prelu } from './prelu.ts'
import { relu } from './relu.ts'
import { sigmoid } from './sigmoid.ts'
import { softplus } from './softplus.ts'
import { tanh } from './tanh.ts'

export const activations = { sigmoid, tanh, relu, leakyRelu, prelu, elu, softplus, identity }
export type ActivationId = keyof typeof activations
export type { Activation } from './activation.ts'
