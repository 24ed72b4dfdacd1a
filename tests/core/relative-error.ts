/**
 * How far `actual` is from `expected`: the largest difference over the largest expected entry. A tensor is
 * judged as a whole, because an entry that is a sum of cancelling terms has no digits of its own to compare.
 */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY
  let [difference, size] = [0, 0]
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i] as number, expected[i] as number]
    if (!(Math.abs(a - e) <= difference)) difference = Math.abs(a - e)
    size = Math.max(size, Math.abs(e))
  }
  return difference === 0 ? 0 : difference / size
}
