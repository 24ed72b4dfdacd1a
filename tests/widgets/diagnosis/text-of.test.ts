import { expect, test } from 'vitest'
import { textOf } from '../../../src/widgets/diagnosis/text-of.ts'

const bytes = (...all: number[]) => new Uint8Array(all).buffer

test('a file is read as UTF-8, or as UTF-16 if it says so; bytes that are neither do no harm', () => {
  expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9))).toBe('aé')
  expect(textOf(bytes(0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00))).toBe('aé')
  expect(textOf(bytes(0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9))).toBe('aé')
  expect(textOf(bytes(0x61, 0xff))).toBe('a\ufffd')
  expect(textOf(bytes())).toBe('')
})
