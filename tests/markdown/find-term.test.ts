import { expect, test } from 'vitest'
import { findTerm } from '../../src/markdown/find-term.ts'

test.each([
  ['用激活函数和梯度消失说明。', ['梯度消失', '激活函数'], '激活函数'],
  ['学习率太大', ['学习', '学习率'], '学习率'],
  ['换成ReLU之后', ['ReLU'], 'ReLU'],
  ['换成PReLU之后', ['ReLU'], undefined],
  ['the learning rate of a step', ['rate', 'learning rate'], 'learning rate'],
  ['rates', ['rate'], undefined],
  ['pre-activation', ['activation'], undefined],
  ['C++ (a|b)', ['(a|b)'], '(a|b)'],
])('%s', (text, forms, found) => {
  expect(findTerm(forms, text)?.[0]).toBe(found)
})
