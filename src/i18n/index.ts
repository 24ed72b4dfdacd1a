/**
 * The words of the page's language, and addresses in it. English stands at the root, any other
 * language under its own prefix. A language exists when content/<language>/strings.json does.
 */
import type en from '../../content/en/strings.json'

export type Strings = typeof en

const files = import.meta.glob<Strings>('../../content/*/strings.json', {
  eager: true,
  import: 'default',
})

const strings = new Map(
  Object.entries(files).map(([path, words]) => [path.split('/').at(-2) ?? '', words]),
)

export const mainLanguage = 'en'
export const languages: readonly string[] = [...strings.keys()].sort()

export function t(lang: string): Strings {
  const words = strings.get(lang)
  if (words) return words
  throw new Error(`No words for the language "${lang}". Expected one of: ${languages.join(', ')}.`)
}

/** The language of the page that is being rendered, by its route. */
export function languageOf(page: { params: Record<string, string | undefined> }): string {
  return page.params.lang ?? mainLanguage
}

/** The `lang` parameter of a route; none for the main language, which has no prefix. */
export function routeParameter(lang: string): string | undefined {
  return lang === mainLanguage ? undefined : lang
}
