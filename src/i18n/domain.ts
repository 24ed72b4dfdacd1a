import { signed } from '../charts/model/format.ts'
import type { Parameter } from '../experiment/parameters.ts'
import { fill } from './fill.ts'
import type { DomainWords } from './words.ts'

/** What a parameter can be: `1 to 50`, `sigmoid, tanh`, `1 to 12 numbers, each −8 to 8`. */
export function describeDomain(parameter: Parameter, words: DomainWords): string {
  if (parameter.kind === 'choice') return parameter.options.join(', ')
  const { min, max } = parameter
  const range = fill(words.range, { min: signed(String(min)), max: signed(String(max)) })
  if (parameter.kind === 'number') return range
  const [least, most] = parameter.length
  return fill(words.list, { least, most, range })
}
