import { expect, test } from 'vitest'
import { wrap } from '../../../src/charts/layout/text.ts'

test('a text without spaces is broken between Chinese letters, and no mark begins a line', () => {
  expect(wrap('梯度在哪里消失，又为什么消失', 10, 70)).toEqual([
    '梯度在哪里消',
    '失，又为什么消',
    '失',
  ])
  expect(wrap('用（ReLU）之后', 10, 60)).toEqual(['用（ReLU）', '之后'])
})

test('an English text is broken at its spaces only', () => {
  expect(wrap('one two-three four', 10, 60)).toEqual(['one', 'two-three', 'four'])
  expect(wrap('“one” two', 10, 200)).toEqual(['“one” two'])
})
