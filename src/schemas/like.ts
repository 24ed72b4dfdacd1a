import { z } from 'zod'
import { text } from './text.ts'

/**
 * The shape of an example: the same keys, texts with the same {placeholders} where it has texts, lists of any length.
 * If `isPartial`, any key may be missing.
 */
export function like(example: unknown, isPartial = false): z.ZodType {
  if (typeof example === 'string') return textLike(example)
  if (typeof example === 'boolean') return z.boolean()
  if (Array.isArray(example)) return z.array(like(example[0], isPartial))
  const shape = Object.entries(Object(example)).map(([key, value]) => {
    const inner = like(value, isPartial)
    return [key, isPartial ? z.exactOptional(inner) : inner] as const
  })
  return z.strictObject(Object.fromEntries(shape))
}

function textLike(example: string): z.ZodType {
  const expected = placeholders(example)
  const message = `expected ${expected.length > 0 ? expected.join(', ') : 'no {placeholder}'} as in English`
  return text.refine((value) => placeholders(value).join() === expected.join(), message)
}

const placeholders = (value: string): string[] => [...new Set(value.match(/\{[^{}]*\}/g))].sort()
