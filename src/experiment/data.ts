import { type Digits, unpackDigits } from '../core/index.ts'
import type { Data, Experiment } from './experiment.ts'
import type { Config } from './parameters.ts'

/** Loads the data that a configuration needs, each file once; most need none. */
export async function load<C extends Config>(experiment: Experiment<C>, config: C): Promise<Data> {
  const needs = experiment.needs?.(config) ?? []
  return needs.includes('digits') ? { digits: await loadDigits() } : {}
}

let digits: Promise<Digits> | undefined

function loadDigits(): Promise<Digits> {
  digits ??= import('../../content/data/digits.json', { with: { type: 'json' } }).then(
    (file) => unpackDigits(file.default.digits),
    (error) => {
      digits = undefined // a failed download may be tried again
      throw error
    },
  )
  return digits
}
