/** The English words that a view is given, as a page has them. */
import { readFileSync } from 'node:fs'
import numbers from '../../content/en/numbers.json'
import strings from '../../content/en/strings.json'
import type { WidgetWords } from '../../src/i18n/words.ts'
import type { ViewWords } from '../../src/widgets/view.ts'

export function viewWords(id: string): ViewWords {
  // Read as a file: i18n/words.ts would load every word of the book into each test.
  const { words, parameters, options }: WidgetWords = JSON.parse(
    readFileSync(`content/en/widgets/${id}.json`, 'utf8'),
  )
  return {
    messages: words,
    numbers,
    parameters: { ...strings.parameters, ...parameters },
    options: { ...strings.options, ...options },
  }
}
