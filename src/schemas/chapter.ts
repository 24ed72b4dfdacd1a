import { z } from 'zod'

/** What stands at the head of a chapter's file. */
export const chapter = z.strictObject({
  title: z.string(),
  lede: z.string(),
  /** For search engines and link previews. */
  description: z.string(),
  order: z.int().positive(),
  /** Claims of the source article whose home is this chapter. */
  claims: z.array(z.string().regex(/^C\d\d$/)).default([]),
})
