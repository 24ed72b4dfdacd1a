import { z } from 'zod'
import type { Strings } from '../i18n/index.ts'
import type { ClaimWords } from '../i18n/words.ts'
import { text } from './text.ts'

export type Verdict = keyof Strings['verdicts']

const verdict = z.enum([
  'true',
  'conditional',
  'false',
  'dated',
  'opinion',
  'asked',
] satisfies Verdict[])

/** content/claims.json: the source's claims, in its order. */
export const claimList = z.array(
  z.strictObject({
    id: z.string().regex(/^C\d\d$/, 'expected an id such as C01'),
    verdict,
  }),
)

export type Claim = Readonly<z.infer<typeof claimList>[number]>

/** claims.json of a language: words for each of the list. */
export const claimWords = (list: readonly Claim[]): z.ZodType<ClaimWords> =>
  z.strictObject(
    Object.fromEntries(list.map(({ id }) => [id, z.strictObject({ says: text, because: text })])),
  )
