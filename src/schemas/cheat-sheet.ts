import { z } from 'zod'
import type { CheatRow, CheatSheet } from '../i18n/words.ts'
import { text } from './text.ts'

const row: z.ZodType<CheatRow> = z.strictObject({
  job: text,
  take: text,
  because: text,
  figures: z.array(text),
})

/** cheat-sheet.json. */
export const cheatSheet: z.ZodType<CheatSheet> = z.strictObject({
  title: text,
  description: text,
  lede: text,
  columns: z.strictObject({ job: text, take: text, because: text, see: text }),
  parts: z.array(z.strictObject({ title: text, rows: z.array(row) })),
  claim: text,
})
