import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { chapter } from './schemas/chapter.ts'

/** A chapter's id is `<language>/<slug>`, its place in content/. */
const chapters = defineCollection({
  loader: glob({ base: './content', pattern: '*/*.mdx' }),
  schema: chapter,
})

export const collections = { chapters }
