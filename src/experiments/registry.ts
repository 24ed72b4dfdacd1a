/** The list of experiments: one line each. */
import { chainProduct } from './chain-product.ts'
import type { Experiment } from './experiment.ts'
import { gradientFlow } from './gradient-flow.ts'

export const experiments: readonly Experiment[] = [gradientFlow, chainProduct]

export function experimentById(id: string): Experiment {
  const found = experiments.find((experiment) => experiment.id === id)
  if (!found) {
    const known = experiments.map((experiment) => experiment.id).join(', ')
    throw new Error(`no experiment is called "${id.slice(0, 40)}": expected one of ${known}`)
  }
  return found
}
