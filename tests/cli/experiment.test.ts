import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { allExperiments, experimentIds } from '../../src/experiment/registry.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function cli(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/experiment.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr }
}

const small = ['depth=2', 'width=4', 'examples=30', 'batchSize=12', 'steps=3', 'dataset=moons']
const config = {
  ...defaults(gradientFlow.parameters),
  ...{ depth: 2, width: 4, examples: 30, batchSize: 12, steps: 3, dataset: 'moons' as const },
}

describe('a run', () => {
  test('as JSON holds experiment, version, whole configuration, records and fingerprint', async () => {
    const { status, stdout, stderr } = cli('gradient-flow', ...small)
    const run = await runToEnd(gradientFlow, config)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      experiment: 'gradient-flow',
      version: gradientFlow.version,
      config,
      records: run.records,
      fingerprint: run.fingerprint,
    })
  })

  test('as CSV holds one line a record and one column an entry', async () => {
    const { status, stdout } = cli('gradient-flow', ...small, '--format', 'csv')
    const { records } = await runToEnd(gradientFlow, config)
    const [head, ...lines] = stdout.trimEnd().split('\n')
    const columns = head?.split(',') ?? []
    expect(status).toBe(0)
    expect(lines).toHaveLength(records.length)
    expect(columns).toContain('deltaNorm.2')
    const cells = lines.map((line) => line.split(','))
    expect(stdout).toBe(`${[columns, ...cells].join('\n')}\n`)
    expect(stdout).not.toMatch(/["\r]/)
    expect(cells.every((row) => row.length === columns.length)).toBe(true)
    const column = (name: string) => cells.map((row) => row[columns.indexOf(name)])
    expect(column('loss')).toEqual(records.map(({ loss }) => String(loss)))
    expect(column('deltaNorm.2')).toEqual(records.map(({ deltaNorm }) => String(deltaNorm[2])))
    expect(column('predictedDelta.0').slice(1)).toEqual(['', '', ''])
  })

  test('with parameters and data holds all that a replay needs', () => {
    const { stdout } = cli('gradient-flow', ...small, '--include', 'parameters,data')
    const { parameters, data } = JSON.parse(stdout)
    for (const when of ['initial', 'final']) {
      const shapes = parameters[when].map((p: { name: string; shape: number[] }) => [
        p.name,
        p.shape,
      ])
      expect(shapes).toEqual([
        ['layers.0.weight', [4, 2]],
        ['layers.0.bias', [4]],
        ['layers.1.weight', [4, 4]],
        ['layers.1.bias', [4]],
        ['layers.2.weight', [2, 4]],
        ['layers.2.bias', [2]],
      ])
      for (const { shape, values } of parameters[when])
        expect(values).toHaveLength(
          shape.reduce((product: number, size: number) => product * size, 1),
        )
    }
    expect(parameters.final).not.toEqual(parameters.initial)
    expect([data.inputs.shape, data.inputs.values.length]).toEqual([[30, 2], 60])
    expect([data.targets.shape, data.targets.values.length]).toEqual([[30, 2], 60])
    expect(data.batches.map((rows: number[]) => rows.length)).toEqual([12, 12, 12, 12])
  })

  test('with only one of them holds only that one', () => {
    const run = JSON.parse(cli('gradient-flow', ...small, '--include', 'data').stdout)
    expect(run.parameters).toBeUndefined()
    expect(Object.keys(run.data).sort()).toEqual(['batches', 'inputs', 'targets'])
  })

  test('that diverges prints what was not finite as words', () => {
    const { status, stdout } = cli(
      ...['gradient-flow', ...small, 'activation=leakyRelu', 'weightScale=50', 'learningRate=10'],
      ...['steps=40', 'depth=6'],
    )
    const last = JSON.parse(stdout).records.at(-1)
    expect(status).toBe(0)
    expect(last.divergedQuantity).toBeTypeOf('string')
    expect([last.loss, ...last.activationDeviation, ...last.deltaNorm]).toContain('NaN')
    expect(stdout).not.toContain('null')
  })

  test('of the chain takes lists', () => {
    const { stdout } = cli('chain-product', 'weights=100,100,100,100')
    expect(JSON.parse(stdout).records[0].biasGradient[0]).toBe(3906.25)
  })
})

describe('explains itself', async () => {
  test('--list names every experiment', () => {
    const { status, stdout } = cli('--list')
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0])
    expect(status).toBe(0)
    expect(names).toEqual(experimentIds)
  })

  test.each(await allExperiments())('$id --help names every parameter', ({ id, parameters }) => {
    const { status, stdout } = cli(id, '--help')
    expect(status).toBe(0)
    for (const name of Object.keys(parameters))
      expect(stdout).toMatch(new RegExp(`^ +${name}=`, 'm'))
  })

  test('with nothing said, how it is used', () => {
    expect(cli().stdout).toMatch(/^Usage: /)
  })
})

describe('a mistake gives a message that names it, and status 2', () => {
  test.each([
    [['gradient-flow', 'depth=51'], 'depth: expected 1 to 50, came "51"'],
    [['gradient-flow', 'depth=2.5'], 'depth: expected a whole number from 1 to 50, came "2.5"'],
    [['gradient-flow', 'learningRate=fast'], 'learningRate: expected 0.0001 to 10, came "fast"'],
    [
      ['gradient-flow', 'optimizer=sdg'],
      'optimizer: expected sgd, momentum, nesterov, rmsprop, adam, came "sdg"',
    ],
    [['gradient-flow', 'depht=3'], 'there is no parameter "depht": expected one of depth, width'],
    [['gradient-flow', '__proto__=1'], 'there is no parameter "__proto__"'],
    [['constructor'], 'no experiment is called "constructor"'],
    [['gradient-flow', 'depth'], 'expected parameter=value, came "depth"'],
    [['gradient-flow', 'x'.repeat(9000)], `came "${'x'.repeat(40)}…"\n`],
    [[''], 'no experiment is called "": expected one of gradient-flow'],
    [['chain-product', 'weights=1,,2'], 'weights: expected 1 to 12 numbers, each −100 to 100'],
    [['gradient-flaw'], 'no experiment is called "gradient-flaw": expected one of gradient-flow'],
    [['gradient-flow', '--format', 'xml'], '--format: expected json or csv, came "xml"'],
    [
      ['gradient-flow', '--include', 'weights'],
      '--include: expected parameters or data, came "weights"',
    ],
    [['gradient-flow', '--include', ''], '--include: expected parameters or data, came ""'],
    [
      ['gradient-flow', '--format', 'csv', '--include', 'data'],
      '--include: expected with --format json',
    ],
    [['gradient-flow', '--fromat', 'csv'], "'--fromat'"],
  ])('%j', (words, message) => {
    const { status, stdout, stderr } = cli(...words)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  test('and several mistakes are told at once', () => {
    expect(cli('gradient-flow', 'depth=0', 'width=1').stderr.trimEnd().split('\n')).toHaveLength(2)
  })
})
