import { z } from 'zod'
import { text } from './text.ts'

/** What a language's strings.json must say even while the rest is not translated. */
export const site = z.looseObject({
  site: z.looseObject({
    /** As the language calls itself. */
    language: text,
    /** By BCP 47: `zh-Hans` for the folder `zh`. */
    tag: text.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag, such as zh-Hans'),
    /** Whether everything is translated: from then on what is missing stops the build. */
    complete: z.boolean(),
  }),
})
