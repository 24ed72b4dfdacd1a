import { z } from 'zod'
import type { FigureWords } from '../i18n/words.ts'
import { text } from './text.ts'

/** figures/<name>.json. */
export const figureWords: z.ZodType<FigureWords> = z.strictObject({ title: text, caption: text })
