import { describe, expect, test } from 'vitest'
import { memberOf, withImports } from '../../src/build/source-files.ts'

describe('the files that a file needs', () => {
  const files = withImports('src/experiments/gradient-flow/index.ts')

  test('are all that it imports, however far', () => {
    expect(files).toContain('src/experiments/gradient-flow/record.ts') // only its types
    expect(files).toContain('src/core/index.ts') // through `export … from`
    expect(files).toContain('src/core/math/exp.ts')
    expect(files).not.toContain('src/experiments/softmax-mixer/index.ts')
  })

  test('count what is loaded later, and data', () => {
    const data = withImports('src/experiment/data.ts')
    expect([...data].filter((file) => file.endsWith('.json'))).toEqual(['content/data/digits.json'])
  })
})

describe('a member of a source', () => {
  const source = `
interface Loss { value(x: number): number }
value(1)
export const loss = {
  /** What it costs. */
  value(x: number) {
    const s = 'value() {}'
    return exp(x) + this.other(x)
  },
}
class Layer {
  #own() {
    return [
      1,
    ]
  }
}
function* rows() {}
export function run(): void
export function run(x = 1): void {}
`

  test('is its definition, indented as if it stood alone', () => {
    expect(memberOf(source, 'value')?.code).toBe(
      "value(x: number) {\n  const s = 'value() {}'\n  return exp(x) + this.other(x)\n}",
    )
    expect(memberOf(source, '#own')?.code).toBe('#own() {\n  return [\n    1,\n  ]\n}')
    expect(memberOf(source, 'rows')?.code).toBe('function* rows() {}')
    expect(memberOf(source, 'run')?.code).toBe('export function run(x = 1): void {}')
  })

  test('says which functions it calls', () =>
    expect([...(memberOf(source, 'value')?.calls ?? [])]).toEqual(['exp']))

  test('that is not there is undefined', () => expect(memberOf(source, 'other')).toBeUndefined())
})
