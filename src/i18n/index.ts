/**
 * The languages of pages. English stands at the root, any other language under its own prefix. The words
 * themselves are read by src/build/words.ts: the browser gets only those that its page says.
 */
import type en from '../../content/en/strings.json'

/** What English says is what code can ask for. */
export type Strings = typeof en

export const mainLanguage = 'en'

interface Page {
  readonly params: Record<string, string | undefined>
  readonly locals: { readonly textLanguage?: string }
}

/** The language of the page that is being rendered, by its route: that of addresses, and of all around its text. */
export function pageLanguage(page: Page): string {
  return page.params.lang ?? mainLanguage
}

/** The language of the text that is being rendered: the main one in a chapter that is not translated. */
export function languageOf(page: Page): string {
  return page.locals.textLanguage ?? pageLanguage(page)
}

/** The `lang` parameter of a route; none for the main language, which has no prefix. */
export function routeParameter(lang: string): string | undefined {
  return lang === mainLanguage ? undefined : lang
}
