/**
 * The words of a language, read from content/<language>/ and checked. A language exists when its
 * strings.json does.
 */
import { mainLanguage, type Strings } from '../i18n/index.ts'
import type {
  CheatSheet,
  ClaimWords,
  FigureWords,
  GlossaryEntry,
  Messages,
  WidgetWords,
} from '../i18n/words.ts'
import { cheatSheet as cheatSheetSchema } from '../schemas/cheat-sheet.ts'
import { check } from '../schemas/check.ts'
import { claimWords as claimWordsSchema } from '../schemas/claims.ts'
import { figureWords as figureWordsSchema } from '../schemas/figure-words.ts'
import { glossary as glossarySchema } from '../schemas/glossary.ts'
import { like } from '../schemas/like.ts'
import { widgetWords as widgetWordsSchema } from '../schemas/widget-words.ts'
import { claims } from './claim-list.ts'
import { contentFiles, readContent } from './content-files.ts'
import { demanding } from './demanding.ts'
import { checkMessages, checkStrings } from './used-words.ts'

export const languages: readonly string[] = [
  ...contentFiles(/^content\/([^/]+)\/strings\.json$/).keys(),
].sort()

/** As plain data, which may travel with a page. */
export const strings = remembered((lang: string): Strings => {
  const file = `content/${lang}/strings.json`
  if (!languages.includes(lang))
    throw new Error(`no words for the language "${lang}": expected ${languages.join(' or ')}`)
  const words = readContent(file)
  check(like(readContent(`content/${mainLanguage}/strings.json`)), words, file)
  if (lang === mainLanguage) checkStrings(words, file)
  return words as Strings
})

/** For what the build itself says. */
export const t = remembered(
  (lang: string): Strings => demanding(strings(lang), `content/${lang}/strings.json`),
)

const readWidget = remembered((file: string): WidgetWords => {
  const words = check(widgetWordsSchema, readContent(file), file)
  const [, lang = '', id = ''] = /^content\/([^/]+)\/widgets\/(.+)\.json$/.exec(file) ?? []
  if (lang === mainLanguage) checkMessages(id, words.words, file)
  else check(like(readWidget(`content/${mainLanguage}/widgets/${id}.json`)), words, file)
  return words
})

/** Whoever knows which widget it is may say the type of its messages: that of the English file, by which all are checked. */
export const widgetWords = <M extends Messages = Messages>(lang: string, id: string) =>
  readWidget(`content/${lang}/widgets/${id}.json`) as WidgetWords<M>

export const figureWords = (lang: string, name: string): FigureWords =>
  read(figureWordsSchema, `content/${lang}/figures/${name}.json`)

export const claimWords = (lang: string): ClaimWords =>
  read(claimWordsSchema(claims), `content/${lang}/claims.json`)

export const glossary = (lang: string): readonly GlossaryEntry[] =>
  read(glossarySchema, `content/${lang}/glossary.json`)

export const cheatSheet = (lang: string): CheatSheet =>
  read(cheatSheetSchema, `content/${lang}/cheat-sheet.json`)

const read = <T>(schema: Parameters<typeof check<T>>[0], file: string) =>
  check(schema, readContent(file), file)

/** Files do not change while pages are made. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
