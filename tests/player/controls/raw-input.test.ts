import { expect, test } from 'vitest'
import { normalizeDecimal } from '../../../src/player/controls/raw-input.ts'

test.each([
  ['1,5', '1.5'],
  ['-0,05', '-0.05'],
  [',5', '.5'],
])('%j is typed for %j', (text, expected) => expect(normalizeDecimal(text)).toBe(expected))

test.each(['', '12', '1.5', '1,', ',', '1,5,2', '1.000,5', '1,000.5', 'a,b', '1,5x'])(
  '%j is left as it is',
  (text) => expect(normalizeDecimal(text)).toBe(text),
)
