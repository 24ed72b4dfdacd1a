import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import english from '../../content/en/numbers.json'
import {
  type Config,
  defaults,
  type Parameter,
  type ParameterSchema,
  resolve,
  serialize,
} from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { describeDomain } from '../../src/i18n/domain.ts'
import { arbitraryConfig, isWithin } from './arbitrary-config.ts'

describe.each(await allExperiments())('$id', ({ parameters }) => {
  const schema: ParameterSchema = parameters

  const expectWithin = (config: Config) => {
    expect(Object.keys(config).sort()).toEqual(Object.keys(schema).sort())
    for (const [name, value] of Object.entries(config)) {
      expect(isWithin(schema[name] as Parameter, value), `${name}=${value}`).toBe(true)
    }
  }

  test('its defaults are allowed', () => {
    expectWithin(defaults(schema))
    expect(resolve(schema, defaults(schema)).problems).toEqual([])
  })

  test('anything at all for any parameter resolves to an allowed configuration', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(schema)), fc.string())
    const value = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSet: true }),
      fc.constantFrom<unknown>(Symbol('s'), Number.NaN, Infinity, -0, '1e999', '0x10', ' ', ''),
      fc.array(fc.anything({ withNullPrototype: true })),
      fc.string(),
      fc.double(),
    )
    fc.assert(
      fc.property(fc.dictionary(name, value), (given) => {
        const { config, problems } = resolve(schema, given)
        expectWithin(config)
        for (const { given: quoted, used } of problems) {
          expect(quoted.length).toBeLessThanOrEqual(41)
          expect(used.length).toBeLessThanOrEqual(41)
        }
        const taken = Object.keys(given).length - problems.length
        expect(taken).toBeGreaterThanOrEqual(0)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('any object at all, with traps for names, resolves', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: true, withSparseArray: true }), (given) => {
        expectWithin(resolve(schema, given).config)
      }),
      { seed: 2, numRuns: 300 },
    )
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const { config, problems } = resolve(schema, JSON.parse(`{"${name}": "1"}`))
      expectWithin(config)
      expect(problems).toMatchObject([{ parameter: name, reason: 'unknown' }])
    }
  })

  test('what is allowed is taken as it is, from values and from words', () => {
    fc.assert(
      fc.property(arbitraryConfig(schema), (config) => {
        expect(resolve(schema, config)).toEqual({ config, problems: [] })
        const words = Object.entries(config).map(([name, value]) => [name, serialize(value)])
        expect(resolve(schema, Object.fromEntries(words))).toEqual({ config, problems: [] })
      }),
      { seed: 3 },
    )
  })
})

const schema: ParameterSchema = {
  whole: { kind: 'number', min: 1, max: 50, step: 1, default: 12 },
  real: { kind: 'number', min: 0, max: 3, step: 0.05, default: 1 },
  word: { kind: 'choice', options: ['sigmoid', 'tanh'], default: 'sigmoid' },
  list: { kind: 'list', length: [1, 3], min: -8, max: 8, step: 0.1, default: [0, 0] },
}

test.each([
  ['whole', '51', 'outOfRange', '1 to 50', '12'],
  ['whole', '2.5', 'notWhole', '1 to 50', '12'],
  ['whole', '', 'notANumber', '1 to 50', '12'],
  ['whole', 'NaN', 'notANumber', '1 to 50', '12'],
  ['real', '0x1', 'notANumber', '0 to 3', '1'],
  ['real', '-0.1', 'outOfRange', '0 to 3', '1'],
  ['real', '1e400', 'outOfRange', '0 to 3', '1'],
  ['word', 'Tanh', 'notAnOption', 'sigmoid, tanh', 'sigmoid'],
  ['list', '1,2,3,4', 'badLength', '1 to 3 numbers, each −8 to 8', '0,0'],
  ['list', '1,,2', 'notANumber', '1 to 3 numbers, each −8 to 8', '0,0'],
  ['depht', '3', 'unknown', 'whole, real, word, list', ''],
])('%s=%s is told as %s', (parameter, given, reason, allowed, used) => {
  const { config, problems } = resolve(schema, { [parameter]: given })
  const said = problems.map((problem) => ({
    ...problem,
    allowed:
      typeof problem.allowed === 'string'
        ? problem.allowed
        : describeDomain(problem.allowed, english),
  }))
  expect(said).toEqual([{ parameter, given, reason, allowed, used }])
  expect(config).toEqual(defaults(schema))
})

test.each([
  ['1,9,2', '9'],
  ['1,x,9', 'x'],
  [['1', '1,5', '2'], '1,5'],
  [['1', '', '2'], '1,,2'],
])('of the list %j the entry %j is quoted', (list, given) => {
  expect(resolve(schema, { list }).problems).toMatchObject([{ parameter: 'list', given }])
})

test.each([
  ['whole', ' 7 ', 7],
  ['whole', '7.0', 7],
  ['whole', '1e1', 10],
  ['real', '.5', 0.5],
  ['real', '-0', 0],
  ['list', '1', [1]],
  ['list', '-1.5, 2', [-1.5, 2]],
])('%s=%s is read as %j', (parameter, given, expected) => {
  const { config, problems } = resolve(schema, { [parameter]: given })
  expect(problems).toEqual([])
  expect(config[parameter]).toEqual(expected)
})

test('what is wrong falls back to the base, not to the default', () => {
  const base = { ...defaults(schema), whole: 30 }
  const { config, problems } = resolve(schema, { whole: '99' }, base)
  expect(config).toEqual(base)
  expect(problems[0]?.used).toBe('30')
})

test('a long value is quoted by its beginning', () => {
  const { problems } = resolve(schema, { word: 'x'.repeat(1e5) })
  expect(problems[0]?.given).toBe(`${'x'.repeat(40)}…`)
})
