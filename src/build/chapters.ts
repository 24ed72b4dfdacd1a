import { type CollectionEntry, getCollection } from 'astro:content'

export interface Chapter {
  readonly entry: CollectionEntry<'chapters'>
  readonly lang: string
  readonly slug: string
}

/** A language's chapters, or everyone's, in reading order. */
export async function chapters(lang?: string): Promise<Chapter[]> {
  const all = (await getCollection('chapters')).map((entry) => {
    const [folder = '', slug = ''] = entry.id.split('/')
    return { entry, lang: folder, slug }
  })
  return all
    .filter((chapter) => lang === undefined || chapter.lang === lang)
    .sort((a, b) => a.entry.data.order - b.entry.data.order)
}
