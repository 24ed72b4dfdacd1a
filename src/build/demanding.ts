/** The same words, but to ask for one that is not there is an error that names file and key. */
export function demanding<T extends object>(
  words: T,
  file: string,
  path: readonly string[] = [],
): T {
  return new Proxy(words, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof key === 'symbol' || Array.isArray(target)) return value
      const inner = [...path, key]
      if (typeof value === 'object' && value !== null) return demanding(value, file, inner)
      // JSON.stringify asks for a method that data does not have.
      if (value !== undefined || key === 'toJSON') return value
      throw new Error(`${file}: ${inner.join('.')}: missing`)
    },
  })
}
