import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/** A chapter's id is `<language>/<slug>`, its place in content/. */
const chapters = defineCollection({
  loader: glob({ base: './content', pattern: '*/*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    lede: z.string(),
    /** For search engines and link previews. */
    description: z.string(),
    order: z.int().positive(),
    /** Claims of the source article whose home is this chapter. */
    claims: z.array(z.string().regex(/^C\d\d$/)).default([]),
  }),
})

export const collections = { chapters }
