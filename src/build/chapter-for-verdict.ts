/** The chapter that explains each verdict on a run, where that chapter exists. */
import { verdicts } from '../diagnosis/limits.ts'
import { unmarked } from '../i18n/borrowed.ts'
import { href } from '../i18n/href.ts'
import { chapterOf } from '../widgets/diagnosis/say.ts'
import { chapters } from './chapters.ts'

export async function chaptersOfVerdicts(
  lang: string,
): Promise<Record<string, { title: string; href: string }>> {
  const all = await chapters(lang)
  const links = verdicts.flatMap((verdict) => {
    const chapter = all.find(({ slug }) => slug === chapterOf[verdict])
    if (!chapter) return []
    const { title } = chapter.entry.data
    return [[verdict, { title: unmarked(title), href: href(lang, `/${chapter.slug}/`) }] as const]
  })
  return Object.fromEntries(links)
}
