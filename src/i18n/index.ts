/**
 * The languages of pages. English stands at the root, any other language under its own prefix. The words
 * themselves are read by src/build/words.ts: the browser gets only those that its page says.
 */
import type en from '../../content/en/strings.json'

/** What English says is what code can ask for. */
export type Strings = typeof en

export const mainLanguage = 'en'

/** The language of the page that is being rendered, by its route. */
export function languageOf(page: { params: Record<string, string | undefined> }): string {
  return page.params.lang ?? mainLanguage
}

/** The `lang` parameter of a route; none for the main language, which has no prefix. */
export function routeParameter(lang: string): string | undefined {
  return lang === mainLanguage ? undefined : lang
}
