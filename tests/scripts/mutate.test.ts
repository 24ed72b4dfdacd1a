import { describe, expect, test } from 'vitest'
import { importersOf, relatedTests } from '../../scripts/mutate/related.mjs'
import { sitesOf } from '../../scripts/mutate/sites.mjs'

const mutants = (source: string): string[] =>
  sitesOf('any.ts', source).map(
    ({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
  )

describe('mutants of a text', () => {
  test.each([
    ['const a = b < 3', ['const a = b <= 3', 'const a = b < 4']],
    [
      'const a = !b && true',
      ['const a = b && true', 'const a = !b || true', 'const a = !b && false'],
    ],
    ['const a = b ? c : d', ['const a = b ? d : c']],
    ['const a = Math.min(b, c)', ['const a = Math.max(b, c)']],
    ["const a = b + 'c'", []],
    ['go()', [';']],
  ])('%s', (source, expected) => {
    expect(mutants(source)).toEqual(expected)
  })

  test('none in imports, types, what is thrown or said on the console', () => {
    const source = `import { a } from './1.ts'
type B = 1 | true
const c = (d: 1 | 2): 3 => d as 3
if (c) throw new Error(String(1 + 1))
console.log(1 + 1)`
    // The statement on the console can be neither changed nor taken out.
    expect(mutants(source)).toEqual([])
  })
})

test('tests that import a file are found, those of its own folder first', () => {
  const paths = [
    'src/experiments/shared/piecewise.ts',
    'src/experiments/linear-pieces/index.ts',
    'src/experiment/registry.ts',
    'tests/experiments/linear-pieces.test.ts',
    'tests/claims/depth.test.ts',
  ]
  expect(relatedTests('src/experiments/shared/piecewise.ts', importersOf(paths))).toEqual([
    'tests/experiments/linear-pieces.test.ts',
  ])
})
