import { borrowed } from '../i18n/borrowed.ts'

/** Not for readers: names by which files point to each other. */
const names = new Set(['id', 'forms', 'symbol', 'chapter', 'figures', 'tag'])

/** A language's own words, and the main language's for what it lacks, marked as borrowed. */
export function withFallback<T>(main: T, own: unknown): T {
  if (own === undefined) return borrow(main)
  if (typeof main !== 'object' || main === null || Array.isArray(main)) return own as T
  return Object.fromEntries(
    Object.entries(main).map(([key, value]) => [
      key,
      names.has(key) && Object(own)[key] === undefined
        ? value
        : withFallback(value, Object(own)[key]),
    ]),
  ) as T
}

function borrow<T>(main: T): T {
  if (typeof main === 'string') return borrowed(main) as T
  if (Array.isArray(main)) return main.map(borrow) as T
  if (typeof main !== 'object' || main === null) return main
  return Object.fromEntries(
    Object.entries(main).map(([key, value]) => [key, names.has(key) ? value : borrow(value)]),
  ) as T
}

/** Which keys of the main language another lacks: `nav` if it has nothing of that group. */
export function lacking(main: unknown, own: unknown, path: readonly string[] = []): string[] {
  if (own === undefined) return [path.join('.')]
  if (typeof main !== 'object' || main === null || Array.isArray(main)) return []
  return Object.entries(main).flatMap(([key, value]) =>
    lacking(value, Object(own)[key], [...path, key]),
  )
}
