import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromQuery, mostPins, mostProblems, toQuery } from '../../src/experiment/link.ts'
import { defaults, type Parameter, type Value } from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { schemaOf } from '../../src/player/settings.ts'
import type { AnyView } from '../../src/widgets/view.ts'
import { arbitraryConfig, arbitraryPart, isWithin } from './arbitrary-config.ts'

/** A view.ts exports its view and nothing else. */
const views = import.meta.glob<Record<string, AnyView>>('../../src/widgets/*/view.ts', {
  eager: true,
})

/** What a link to a widget may say: its experiment's parameters, its view's, and the band. */
const widgets = (await allExperiments()).map((experiment) => {
  const [view] = Object.values(views[`../../src/widgets/${experiment.id}/view.ts`] ?? {})
  if (!view) throw new Error(`the widget "${experiment.id}" has no view`)
  return { id: experiment.id, schema: schemaOf(experiment, view) }
})

describe.each(widgets)('$id', ({ schema }) => {
  const setting = fc.record({
    config: arbitraryConfig(schema),
    pinned: fc.array(arbitraryPart(schema), { maxLength: mostPins }),
  })

  test('a setting comes back from its query', () => {
    fc.assert(
      fc.property(setting, (given) => {
        expect(fromQuery(schema, toQuery(schema, given))).toEqual({ ...given, problems: [] })
        expect(fromQuery(schema, `?${toQuery(schema, given)}`)).toEqual({ ...given, problems: [] })
      }),
      { seed: 1 },
    )
  })

  test('any query at all gives an allowed setting', () => {
    const name = fc.oneof(
      fc.constantFrom('v', 'pin', '__proto__', 'constructor', 'toString', ...Object.keys(schema)),
      fc.string({ unit: 'binary' }),
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.integer().map(String),
      fc.constantFrom('', '%', '%00', '%ff', '1,2', 'depth=3&depth=x', 'pin=v', 'sigmoid'),
      fc.constantFrom(
        'NaN',
        '1e999',
        '-1',
        '1e-400',
        '１２',
        '1.5.2',
        '0x10',
        '+7',
        'pin%3Dpin%253D',
      ),
    )
    const pairs = fc
      .array(fc.tuple(name, value), { maxLength: 12 })
      .map((list) => list.map(([n, v]) => `${n}=${v}`).join('&'))
    fc.assert(
      fc.property(fc.oneof(pairs, fc.string({ unit: 'binary', maxLength: 300 })), (query) => {
        const { config, pinned } = fromQuery(schema, query)
        expect(pinned.length).toBeLessThanOrEqual(mostPins)
        expect(Object.keys(config)).toEqual(Object.keys(schema))
        for (const [key, v] of [config, ...pinned].flatMap(Object.entries)) {
          expect(Object.hasOwn(schema, key) && isWithin(schema[key] as Parameter, v)).toBe(true)
        }
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  test('defaults are left out', () => {
    expect(toQuery(schema, { config: defaults(schema), pinned: [] })).toBe('v=1')
  })

  test('a pin holds what it fixes, be it a default, and nothing else', () => {
    const config = defaults(schema)
    const [name, value] = Object.entries(config)[0] as [string, Value]
    expect(toQuery(schema, { config, pinned: [{}] })).toBe('v=1&pin=')
    const query = toQuery(schema, { config, pinned: [{ [name]: value }] })
    expect(fromQuery(schema, query).pinned).toEqual([{ [name]: value }])
  })
})

test('more pins than a chart can show are left off, and told', () => {
  const query = Array.from({ length: 9 }, (_, i) => `pin=depth%3D${i + 1}`).join('&')
  const { pinned, problems } = fromQuery(gradientFlow.parameters, query)
  expect(pinned.map(({ depth }) => depth)).toEqual([1, 2, 3, 4])
  expect(problems).toMatchObject([
    { parameter: 'pin', reason: 'tooManyPins', given: '9', used: '4' },
  ])
})

test('problems are told, in the pins too', () => {
  const { problems } = fromQuery(gradientFlow.parameters, 'v=2&depth=99&pin=width%3Dten')
  expect(problems.map(({ parameter, reason }) => [parameter, reason])).toEqual([
    ['v', 'badVersion'],
    ['depth', 'outOfRange'],
    ['width', 'notANumber'],
  ])
})

test('of a setting that is said more than once the last counts, and it is told, in the pins too', () => {
  const query = 'depth=3&width=4&depth=5&pin=depth%3D6%26depth%3D7'
  const { config, pinned, problems } = fromQuery(gradientFlow.parameters, query)
  expect(config).toMatchObject({ depth: 5, width: 4 })
  expect(pinned).toEqual([{ depth: 7 }])
  expect(problems).toMatchObject([
    { parameter: 'depth', reason: 'repeated', given: '2', used: '5' },
    { parameter: 'depth', reason: 'repeated', given: '2', used: '7' },
  ])
})

test('a link of a megabyte is read at once, be it one long number or very many names', () => {
  const number = `depth=${'1'.repeat(1e6)}x`
  expect(fromQuery(gradientFlow.parameters, number).problems).toMatchObject([
    { parameter: 'depth', reason: 'notANumber', used: '12' },
  ])
  const names = Array.from({ length: 2e5 }, (_, i) => `a${i}`).join('&')
  expect(fromQuery(gradientFlow.parameters, names).problems).toHaveLength(mostProblems)
})

test('a link full of mistakes gives a notice that can be read', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `${'x'.repeat(100)}${i}`)
  const { problems } = fromQuery(gradientFlow.parameters, names.join('&'))
  expect(problems).toHaveLength(mostProblems)
  for (const { parameter } of problems) expect(parameter.length).toBeLessThanOrEqual(41)
})

/**
 * Links that are out in the world. What each gives must never change: if a test here fails, mend the
 * code and not the test. A default may change only together with `v`.
 */
describe('old links keep working', () => {
  const flow = {
    depth: 12,
    width: 32,
    activation: 'sigmoid',
    initializer: 'xavierUniform',
    weightScale: 1,
    biasScale: 0,
    loss: 'crossEntropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    clipNorm: 0,
    dataset: 'digits',
    examples: 1000,
    batchSize: 100,
    steps: 200,
    recordEvery: 1,
    dataSeed: 1,
    weightSeed: 1,
    batchSeed: 1,
  } as const
  const relu = { ...flow, depth: 20, activation: 'relu', initializer: 'heNormal' } as const

  test.each([
    ['', { config: flow, pinned: [] }],
    ['v=1', { config: flow, pinned: [] }],
    ['?v=1&depth=20&activation=relu&initializer=heNormal', { config: relu, pinned: [] }],
    ['?v=1&depth=20', { config: { ...flow, depth: 20 }, pinned: [] }],
    [
      'v=1&depth=20&activation=relu&initializer=heNormal&pin=activation%3Dsigmoid&pin=',
      { config: relu, pinned: [{ activation: 'sigmoid' }, {}] },
    ],
    [
      'v=1&learningRate=0.05&optimizer=adam&dataset=moons&batchSize=1797&weightSeed=17&dataSeed=0',
      {
        config: {
          ...flow,
          learningRate: 0.05,
          optimizer: 'adam',
          dataset: 'moons',
          batchSize: 1797,
          weightSeed: 17,
          dataSeed: 0,
        },
        pinned: [],
      },
    ],
  ])('gradient-flow: %s', (query, expected) => {
    expect(fromQuery(gradientFlow.parameters, query)).toEqual({ ...expected, problems: [] })
  })

  const chain = {
    activation: 'sigmoid',
    weights: [1, 1, 1, 1],
    preActivations: [0, 0, 0, 0],
  } as const

  test.each([
    ['v=1', { config: chain, pinned: [] }],
    [
      'v=1&weights=100,100,100,100&pin=activation%3Dtanh%26weights%3D1%252C2.5',
      {
        config: { ...chain, weights: [100, 100, 100, 100] },
        pinned: [{ activation: 'tanh', weights: [1, 2.5] }],
      },
    ],
    [
      'v=1&preActivations=-1.5%2C2',
      { config: { ...chain, preActivations: [-1.5, 2] }, pinned: [] },
    ],
  ])('chain-product: %s', (query, expected) => {
    expect(fromQuery(chainProduct.parameters, query)).toEqual({ ...expected, problems: [] })
  })
})
