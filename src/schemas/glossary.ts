import { z } from 'zod'
import type { GlossaryEntry } from '../i18n/words.ts'
import { text } from './text.ts'

const entry: z.ZodType<GlossaryEntry> = z.strictObject({
  id: text,
  term: text,
  symbol: z.exactOptional(text),
  forms: z.array(text),
  text,
  chapter: text,
})

/** glossary.json. */
export const glossary = z.array(entry)
