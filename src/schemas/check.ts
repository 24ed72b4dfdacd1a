/** Checks a file of content and says what is wrong with it: which file, which key, and what to do. */
import { z } from 'zod'

/** The value as the schema knows it. Throws an error with a line for each mistake. */
export function check<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const lines = result.error.issues.flatMap((issue) => describe(issue, schema, value))
  throw new Error(lines.map((line) => `${file}: ${line}`).join('\n'))
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    const free = keysOf(schema, issue.path).filter((key) => !(key in Object(at(value, issue.path))))
    return issue.keys.map((key) => unexpected(pathOf([...issue.path, key]), key, free))
  }
  const path = pathOf(issue.path)
  const isMissing = at(value, issue.path) === undefined
  const expected = issue.message.replace(/^Invalid input: /, '').replace(/, received.*/, '')
  return [`${path ? `${path}: ` : ''}${isMissing ? `missing; ${expected}` : expected}`]
}

/** For a key that nothing asks for: the nearest of those that are missing is probably meant. */
export function unexpected(path: string, key: string, missing: readonly string[]): string {
  const near = missing
    .map((name) => ({ name, apart: distance(key, name) }))
    .sort((a, b) => a.apart - b.apart)[0]
  const isNear = near && near.apart <= Math.max(2, key.length / 3)
  return `${path}: unexpected key${isNear ? `; did you mean "${near.name}"?` : ''}`
}

const pathOf = (path: readonly PropertyKey[]) => path.map(String).join('.')

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => Object(inner)[key], value)

/** The keys that an object at this place may have. */
function keysOf(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let inner: z.core.$ZodType | undefined = schema
  for (const key of path) inner = child(bare(inner), key)
  const found = bare(inner)
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

const bare = (schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
    ? bare(schema.unwrap())
    : schema

function child(schema: z.core.$ZodType | undefined, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)]
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  return undefined
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
