/** What tests/golden/generate.py writes about networks, and how to build the same network here. */
import { readFileSync } from 'node:fs'
import { type ActivationId, activations } from '../../src/core/activations/index.ts'
import { type LossId, losses } from '../../src/core/losses/index.ts'
import { DenseNetwork, finish } from '../../src/core/network.ts'

type Named = Readonly<Record<string, readonly number[]>>

export interface Golden<Case> {
  readonly batch: number
  readonly sizes: readonly number[]
  readonly inputs: readonly number[]
  readonly targets: Readonly<Record<LossId, readonly number[]>>
  readonly parameters: Named
  readonly cases: readonly Case[]
}

export interface NetworkCase {
  readonly activation: ActivationId
  readonly loss: LossId
  readonly output: readonly number[]
  readonly value: number
  readonly gradients: Named
}

export interface OptimizerCase {
  readonly optimizer: 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam'
  readonly learningRate: number
  /** 0 for none. */
  readonly clip: number
  readonly losses: readonly number[]
  readonly gradientNorms: readonly number[]
  readonly parameters: Named
}

export function readGolden<Case>(file: string): Golden<Case> {
  return JSON.parse(readFileSync(new URL(`../golden/${file}`, import.meta.url), 'utf8'))
}

/** The network of the golden file, with its first parameters, and one pass over its batch. */
export function build(golden: Golden<unknown>, activation: ActivationId, loss: LossId) {
  const { batch, sizes } = golden
  const network = new DenseNetwork({
    inputs: sizes[0] as number,
    hidden: sizes.slice(1, -1),
    outputs: sizes.at(-1) as number,
    activation: activations[activation],
    loss: losses[loss],
    batch,
  })
  for (const { name, value } of network.parameters) {
    const start = golden.parameters[name]
    if (start) value.set(start) // PReLU's slopes start where both sides start them
  }
  const inputs = Float64Array.from(golden.inputs)
  const targets = Float64Array.from(golden.targets[loss])
  return { network, run: () => finish(network.propagate(inputs, targets, batch)) }
}
