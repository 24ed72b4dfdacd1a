import { z } from 'zod'
import type { NumberTexts } from '../i18n/words.ts'
import { text } from './text.ts'

/** numbers.json: each language has its own names of sizes, so this file is translated as a whole. */
export const numbers: z.ZodType<NumberTexts> = z.strictObject({
  sizes: z.array(z.strictObject({ from: z.number().positive(), name: text })),
  space: z.string(),
  group: z.string(),
  infinite: text,
  undefined: text,
  percent: text.includes('{value}'),
  range: text.includes('{min}').includes('{max}'),
  list: text.includes('{least}').includes('{most}').includes('{range}'),
})
