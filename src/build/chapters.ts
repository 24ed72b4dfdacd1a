import { type CollectionEntry, getCollection } from 'astro:content'
import { borrowed } from '../i18n/borrowed.ts'
import { mainLanguage } from '../i18n/index.ts'
import { report } from './words.ts'

export interface Chapter {
  readonly entry: CollectionEntry<'chapters'>
  readonly lang: string
  readonly slug: string
  /** Whether the language has none and borrows the main one's. */
  readonly isBorrowed: boolean
}

/** A language's chapters in reading order; those that it lacks in the main language, their titles marked as borrowed. */
export async function chapters(lang: string): Promise<Chapter[]> {
  const all = (await getCollection('chapters')).map((entry) => {
    const [folder = '', slug = ''] = entry.id.split('/')
    return { entry, folder, slug }
  })
  const main = all.filter(({ folder }) => folder === mainLanguage)
  const own = new Map(all.filter(({ folder }) => folder === lang).map((one) => [one.slug, one]))
  for (const slug of own.keys()) {
    if (!main.some((one) => one.slug === slug))
      throw new Error(`content/${lang}/${slug}.mdx: unexpected chapter; ${mainLanguage} has none`)
  }
  const found = main.map(({ entry, slug }): Chapter => {
    const mine = own.get(slug)
    if (mine) return { entry: mine.entry, lang, slug, isBorrowed: false }
    report(lang, `content/${lang}/${slug}.mdx`, [''])
    return { entry: { ...entry, data: inMain(entry.data) }, lang, slug, isBorrowed: true }
  })
  return found.sort((a, b) => a.entry.data.order - b.entry.data.order)
}

const inMain = (data: Chapter['entry']['data']) => ({
  ...data,
  title: borrowed(data.title),
  lede: borrowed(data.lede),
  description: borrowed(data.description),
})
