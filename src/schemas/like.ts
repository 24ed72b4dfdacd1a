import { z } from 'zod'
import { text } from './text.ts'

/** The shape of an example: the same keys, texts where it has texts, lists of any length. */
export function like(example: unknown): z.ZodType {
  if (Array.isArray(example)) return z.array(like(example[0]))
  if (typeof example !== 'object' || example === null) return text
  return z.strictObject(
    Object.fromEntries(Object.entries(example).map(([key, value]) => [key, like(value)])),
  )
}
