/**
 * The words of a language, read from content/<language>/ and checked. A language exists when its strings.json does.
 * What it lacks it borrows from English, until it says that it is complete; the build lists what that is.
 */
import type { ZodType } from 'zod'
import { mainLanguage, type Strings } from '../i18n/index.ts'
import type {
  CheatSheet,
  ClaimWords,
  FigureWords,
  GlossaryEntry,
  Messages,
  NumberTexts,
  WidgetWords,
} from '../i18n/words.ts'
import { cheatSheet as cheatSheetSchema } from '../schemas/cheat-sheet.ts'
import { check } from '../schemas/check.ts'
import { claimWords as claimWordsSchema } from '../schemas/claims.ts'
import { figureWords as figureWordsSchema } from '../schemas/figure-words.ts'
import { glossary as glossarySchema } from '../schemas/glossary.ts'
import { like } from '../schemas/like.ts'
import { numbers as numbersSchema } from '../schemas/numbers.ts'
import { site } from '../schemas/site.ts'
import { widgetWords as widgetWordsSchema } from '../schemas/widget-words.ts'
import { claims } from './claim-list.ts'
import { contentFiles, hasContent, readContent } from './content-files.ts'
import { demanding } from './demanding.ts'
import { checkMessages, checkStrings } from './used-words.ts'
import { lacking, withFallback } from './with-fallback.ts'

export const languages: readonly string[] = [
  ...contentFiles(/^content\/([^/]+)\/strings\.json$/).keys(),
].sort()

/** Whether a language borrows nothing. */
export const isComplete = remembered((lang: string): boolean => {
  const file = `content/${lang}/strings.json`
  if (!languages.includes(lang))
    throw new Error(`no words for the language "${lang}": expected ${languages.join(' or ')}`)
  return check(site, readContent(file), file).site.complete
})

/** As plain data, which may travel with a page. */
export const strings = remembered((lang: string): Strings => {
  const file = `content/${lang}/strings.json`
  isComplete(lang)
  checkFiles(lang)
  const main = readContent(`content/${mainLanguage}/strings.json`) as Strings
  if (lang === mainLanguage) checkStrings(main, file)
  return merged(lang, 'strings.json', like(main) as ZodType<Strings>)
})

/** For what the build itself says. */
export const t = remembered(
  (lang: string): Strings => demanding(strings(lang), `content/${lang}/strings.json`),
)

const readWidget = remembered((key: string): WidgetWords => {
  const [lang = '', id = ''] = key.split('/')
  const words = merged(lang, `widgets/${id}.json`, widgetWordsSchema)
  const file = `content/${lang}/widgets/${id}.json`
  if (lang === mainLanguage) checkMessages(id, words.words, file)
  return words
})

/** Whoever knows which widget it is may say the type of its messages: that of the English file, by which all are checked. */
export const widgetWords = <M extends Messages = Messages>(lang: string, id: string) =>
  readWidget(`${lang}/${id}`) as WidgetWords<M>

const readFigure = remembered((key: string): FigureWords => {
  const [lang = '', name = ''] = key.split('/')
  return merged(lang, `figures/${name}.json`, figureWordsSchema)
})

export const figureWords = (lang: string, name: string) => readFigure(`${lang}/${name}`)

/** Of a language that has none all are borrowed. */
export const numberWords = remembered((lang: string): NumberTexts => {
  const file = `content/${lang}/numbers.json`
  if (lang === mainLanguage || hasContent(file))
    return check(numbersSchema, readContent(file), file)
  return merged(lang, 'numbers.json', numbersSchema)
})

export const claimWords = remembered(
  (lang: string): ClaimWords => merged(lang, 'claims.json', claimWordsSchema(claims)),
)

export const cheatSheet = remembered(
  (lang: string): CheatSheet => merged(lang, 'cheat-sheet.json', cheatSheetSchema),
)

/** A language's own entries in its own order, and after them those that it lacks. */
export const glossary = remembered((lang: string): readonly GlossaryEntry[] => {
  const file = `content/${lang}/glossary.json`
  const main = `content/${mainLanguage}/glossary.json`
  const all = check(glossarySchema, readContent(main), main)
  const own = check(glossarySchema, hasContent(file) ? readContent(file) : [], file)
  const strange = own.find(({ id }) => !all.some((entry) => entry.id === id))
  if (strange) throw new Error(`${file}: ${strange.id}: unexpected entry; ${main} has none`)
  const missing = all.filter(({ id }) => !own.some((entry) => entry.id === id))
  report(
    lang,
    file,
    missing.map(({ id }) => id),
  )
  return [...own, ...withFallback(missing, undefined)]
})

/** A file of a language, with English in place of what it lacks. */
function merged<T>(lang: string, name: string, schema: ZodType<T>): T {
  const main = `content/${mainLanguage}/${name}`
  const english = check(schema, readContent(main), main)
  if (lang === mainLanguage) return english
  const file = `content/${lang}/${name}`
  const own = hasContent(file) ? readContent(file) : undefined
  if (own !== undefined) check(like(english, !isComplete(lang)), own, file)
  report(lang, file, lacking(english, own))
  return withFallback(english, own)
}

const reported = new Set<string>()

/** What a language lacks is listed, or in a complete one an error. */
export function report(lang: string, file: string, missing: readonly string[]): void {
  if (missing.length === 0 || reported.has(file)) return
  reported.add(file)
  const what = missing.filter(Boolean).join(', ') || 'the file'
  if (isComplete(lang))
    throw new Error(`${file}: ${what}: missing, and ${lang} says that it is complete`)
  console.info(`${file}: in English, not being translated: ${what}`)
}

/** Every file of a language, shown or not; one that English does not have is misspelt or left over. */
function checkFiles(lang: string): void {
  for (const [name, file] of contentFiles(new RegExp(`^content/${lang}/(.+)$`))) {
    if (!hasContent(`content/${mainLanguage}/${name}`))
      throw new Error(`${file}: unexpected file; there is no content/${mainLanguage}/${name}`)
    const [, kind, stem = ''] = /^(?:(\w+)\/)?(.+)\.json$/.exec(name) ?? []
    if (kind === 'widgets') widgetWords(lang, stem)
    if (kind === 'figures') {
      if (!hasContent(`content/figures/${stem}.json`))
        throw new Error(`${file}: unexpected file; there is no content/figures/${stem}.json`)
      figureWords(lang, stem)
    }
  }
}

/** Files do not change while pages are made. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
