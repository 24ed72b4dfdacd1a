import { z } from 'zod'
import type { Messages } from '../i18n/words.ts'

/** A text that is there: an empty one would be a gap in the page. */
export const text = z.string().min(1, 'expected a text that is not empty')

/** Texts, some of them grouped. */
export const messages: z.ZodType<Messages> = z.lazy(() =>
  z.record(
    z.string(),
    z.union([text, messages], { error: 'expected a text, or a group of texts' }),
  ),
)
