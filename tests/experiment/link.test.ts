import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromQuery, mostPins, mostProblems, toQuery } from '../../src/experiment/link.ts'
import {
  type Config,
  defaults,
  type Parameter,
  type ParameterSchema,
  type Value,
} from '../../src/experiment/parameters.ts'
import { allExperiments } from '../../src/experiment/registry.ts'
import {
  allParameters,
  checkNames,
  defaultSetting,
  heldFixed,
  type SettingSchema,
} from '../../src/experiment/setting.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { settingSchema } from '../../src/widgets/view.ts'
import { loadView } from '../../src/widgets/views.ts'
import { arbitraryConfig, arbitraryPart, isWithin } from './arbitrary-config.ts'

/** What a link to each widget may say. */
const widgets = await Promise.all(
  (await allExperiments()).map(async (experiment) => ({
    id: experiment.id,
    schema: settingSchema(experiment, await loadView(experiment.id)),
  })),
)

/** Of an experiment alone, without a view or a band. */
const alone = <C extends Config>(parameters: ParameterSchema<C>): SettingSchema<C> => ({
  parameters,
  view: {},
  hasBand: false,
})
const flowSchema = alone(gradientFlow.parameters)

describe.each(widgets)('$id', ({ schema }) => {
  const all = allParameters(schema)
  const setting = fc.record({
    config: arbitraryConfig(schema.parameters),
    comparisons: fc.array(arbitraryPart(schema.parameters), { maxLength: mostPins }),
    view: arbitraryConfig(schema.view),
    band: schema.hasBand ? fc.boolean() : fc.constant(false),
  })

  test('no name has two meanings', () => expect(() => checkNames('a', schema)).not.toThrow())

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
      fc.constantFrom('v', 'pin', '__proto__', 'constructor', 'toString', ...Object.keys(all)),
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
        const { config, comparisons, view } = fromQuery(schema, query)
        expect(comparisons.length).toBeLessThanOrEqual(mostPins)
        expect(Object.keys(config)).toEqual(Object.keys(schema.parameters))
        expect(Object.keys(view)).toEqual(Object.keys(schema.view))
        for (const [key, v] of [config, ...comparisons].flatMap(Object.entries)) {
          const parameter = Object.hasOwn(schema.parameters, key) && schema.parameters[key]
          expect(parameter && isWithin(parameter, v)).toBe(true)
        }
        for (const [key, v] of Object.entries(view))
          expect(isWithin(schema.view[key] as Parameter, v)).toBe(true)
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  test('defaults are left out', () => {
    expect(toQuery(schema, defaultSetting(schema))).toBe('v=1')
  })

  test('a pin holds what it fixes, be it a default, and nothing else', () => {
    const usual = defaultSetting(schema)
    const [name, value] = Object.entries(usual.config)[0] as [string, Value]
    expect(toQuery(schema, { ...usual, comparisons: [{}] })).toBe('v=1&pin=')
    const query = toQuery(schema, { ...usual, comparisons: [{ [name]: value }] })
    expect(fromQuery(schema, query).comparisons).toEqual([{ [name]: value }])
  })
})

test('the band is on or off, and told where there is none', () => {
  const withBand = { ...flowSchema, hasBand: true }
  expect(fromQuery(withBand, 'band=on')).toMatchObject({ band: true, problems: [] })
  expect(toQuery(withBand, { ...defaultSetting(withBand), band: true })).toBe('v=1&band=on')
  expect(fromQuery(flowSchema, 'band=on').problems).toMatchObject([
    { parameter: 'band', reason: 'unknown' },
  ])
})

describe('a name that is taken is an error that says which', () => {
  const number = { kind: 'number', min: 0, max: 1, step: 1, default: 0 } as const
  test.each([
    ['of an experiment, a reserved word', alone({ title: number }), 'title'],
    ['of an experiment, the step shown', alone({ at: { ...number, role: 'step' } as const }), ''],
    ['of a view, a reserved word', { ...alone({}), view: { run: number } }, 'run'],
    ['of both', { ...alone({ depth: number }), view: { depth: number } }, 'depth'],
  ])('%s', (_, schema, name) => {
    if (name) expect(() => checkNames('toy', schema)).toThrow(`toy: the parameter "${name}"`)
    else expect(() => checkNames('toy', schema)).not.toThrow()
  })
})

test('a run put beside holds all but its seeds and what a handle moves', () => {
  const config = defaults(gradientFlow.parameters)
  const held = heldFixed(gradientFlow.parameters, config, 'depth')
  const { dataSeed, weightSeed, batchSeed, depth, ...rest } = config
  expect(held).toEqual(rest)
})

test('more pins than a chart can show are left off, and told', () => {
  const query = Array.from({ length: 9 }, (_, i) => `pin=depth%3D${i + 1}`).join('&')
  const { comparisons, problems } = fromQuery(flowSchema, query)
  expect(comparisons.map(({ depth }) => depth)).toEqual([1, 2, 3, 4])
  expect(problems).toMatchObject([
    { parameter: 'pin', reason: 'tooManyPins', given: '9', used: '4' },
  ])
})

test('problems are told, in the pins too', () => {
  const { problems } = fromQuery(flowSchema, 'v=2&depth=99&pin=width%3Dten')
  expect(problems.map(({ parameter, reason }) => [parameter, reason])).toEqual([
    ['v', 'badVersion'],
    ['depth', 'outOfRange'],
    ['width', 'notANumber'],
  ])
})

test('of a setting that is said more than once the last counts, and it is told, in the pins too', () => {
  const query = 'depth=3&width=4&depth=5&pin=depth%3D6%26depth%3D7'
  const { config, comparisons, problems } = fromQuery(flowSchema, query)
  expect(config).toMatchObject({ depth: 5, width: 4 })
  expect(comparisons).toEqual([{ depth: 7 }])
  expect(problems).toMatchObject([
    { parameter: 'depth', reason: 'repeated', given: '2', used: '5' },
    { parameter: 'depth', reason: 'repeated', given: '2', used: '7' },
  ])
})

test('a link of a megabyte is read at once, be it one long number or very many names', () => {
  const number = `depth=${'1'.repeat(1e6)}x`
  expect(fromQuery(flowSchema, number).problems).toMatchObject([
    { parameter: 'depth', reason: 'notANumber', used: '12' },
  ])
  const names = Array.from({ length: 2e5 }, (_, i) => `a${i}`).join('&')
  expect(fromQuery(flowSchema, names).problems).toHaveLength(mostProblems)
})

test('a link full of mistakes gives a notice that can be read', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `${'x'.repeat(100)}${i}`)
  const { problems } = fromQuery(flowSchema, names.join('&'))
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
    ['', { config: flow, comparisons: [] }],
    ['v=1', { config: flow, comparisons: [] }],
    ['?v=1&depth=20&activation=relu&initializer=heNormal', { config: relu, comparisons: [] }],
    ['?v=1&depth=20', { config: { ...flow, depth: 20 }, comparisons: [] }],
    [
      'v=1&depth=20&activation=relu&initializer=heNormal&pin=activation%3Dsigmoid&pin=',
      { config: relu, comparisons: [{ activation: 'sigmoid' }, {}] },
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
        comparisons: [],
      },
    ],
  ])('gradient-flow: %s', (query, expected) => {
    expect(fromQuery(flowSchema, query)).toEqual({
      ...expected,
      view: {},
      band: false,
      problems: [],
    })
  })

  const chain = {
    activation: 'sigmoid',
    weights: [1, 1, 1, 1],
    preActivations: [0, 0, 0, 0],
  } as const

  test.each([
    ['v=1', { config: chain, comparisons: [] }],
    [
      'v=1&weights=100,100,100,100&pin=activation%3Dtanh%26weights%3D1%252C2.5',
      {
        config: { ...chain, weights: [100, 100, 100, 100] },
        comparisons: [{ activation: 'tanh', weights: [1, 2.5] }],
      },
    ],
    [
      'v=1&preActivations=-1.5%2C2',
      { config: { ...chain, preActivations: [-1.5, 2] }, comparisons: [] },
    ],
  ])('chain-product: %s', (query, expected) => {
    expect(fromQuery(alone(chainProduct.parameters), query)).toEqual({
      ...expected,
      view: {},
      band: false,
      problems: [],
    })
  })
})
