/** The same thing has the same look throughout the book. */

import { describe, expect, test } from 'vitest'
import numbers from '../../content/en/numbers.json'
import { view as gradientFlowView } from '../../src/widgets/gradient-flow/view.ts'
import { view as pretrainingView } from '../../src/widgets/pretraining/view.ts'
import { showRuns } from '../../src/widgets/view.ts'

const words = { messages: {}, parameters: {}, options: {}, numbers }
const tones = (view: Parameters<typeof showRuns>[1], configs: readonly Record<string, string>[]) =>
  showRuns(
    configs.map((config) => ({ config, records: [], band: [] })),
    view,
    words,
  ).map(({ tone }) => tone)

const run = (activation: string, initializer: string) => ({ activation, initializer })

describe('looks', () => {
  test('the sigmoid is red and ReLU blue, alone and together, whatever their first weights', () => {
    expect(tones(gradientFlowView, [run('sigmoid', 'xavierUniform')])).toEqual(['one'])
    expect(tones(gradientFlowView, [run('relu', 'heNormal')])).toEqual(['two'])
    const both = [run('relu', 'heNormal'), run('sigmoid', 'xavierUniform')]
    expect(tones(gradientFlowView, both)).toEqual(['two', 'one'])
  })

  test('first weights keep their look from figure to figure, in any order and of any activation', () => {
    for (const activation of ['sigmoid', 'relu', 'tanh']) {
      const he = run(activation, 'heNormal')
      const xavier = run(activation, 'xavierNormal')
      const normal = run(activation, 'normal')
      expect(tones(gradientFlowView, [he, xavier, normal])).toEqual(['two', 'three', 'six'])
      expect(tones(gradientFlowView, [normal, he])).toEqual(['six', 'two'])
    }
    const starts = [{ start: 'normal' }, { start: 'relu' }]
    expect(tones(pretrainingView, starts)).toEqual(['six', 'two'])
  })

  test('runs that would look alike look different', () => {
    const alike = Array.from({ length: 5 }, () => run('relu', 'heNormal'))
    expect(new Set(tones(gradientFlowView, alike)).size).toBe(5)
  })

  test('a free look is the next in order, and red is the last to be taken', () => {
    const alike = (count: number) => Array.from({ length: count }, () => run('relu', 'heNormal'))
    const order = ['two', 'three', 'four', 'five', 'six', 'one']
    expect(tones(gradientFlowView, alike(6))).toEqual(order)
    const tanh = run('tanh', 'xavierNormal')
    expect(tones(gradientFlowView, [...alike(2), tanh])).toEqual(['two', 'four', 'three'])
  })
})
