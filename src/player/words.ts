import type en from '../../content/en/strings.json'
import type { Problem } from '../experiment/parameters.ts'
import { describeDomain } from '../i18n/domain.ts'
import { fill } from '../i18n/fill.ts'
import type { Messages, NumberTexts, ParameterWords } from '../i18n/words.ts'
import type { ViewWords } from '../widgets/view.ts'

/** Everything a widget says, in the page's language. */
export interface PlayerWords<M extends Messages = Messages> extends ViewWords<M> {
  readonly lab: Omit<(typeof en)['lab'], 'figure' | 'figureName' | 'parameters'>
  readonly parameters: Readonly<Record<string, ParameterWords>>
  readonly numbers: NumberTexts
}

/** What was wrong with a value, what was expected and what is used instead. */
export function sayProblem(
  { parameter, given, reason, allowed, used }: Problem,
  words: PlayerWords,
): string {
  const name = words.parameters[parameter]?.label ?? parameter
  const domain = typeof allowed === 'string' ? allowed : describeDomain(allowed, words.numbers)
  return fill(words.lab.problems[reason], { name, given, allowed: domain, used })
}
