import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { deploysUntested, rightsToWrite, unpinned, workflow } from './workflows.ts'

const files = globSync('.github/workflows/*.yml').map((path) => ({
  path,
  source: readFileSync(path, 'utf8'),
}))

test('there is something to check', () => {
  expect(files.map(({ path }) => path.split(/[\\/]/).at(-1)).sort()).toEqual([
    'deploy.yml',
    'test.yml',
  ])
})

describe('actions are pinned to a commit', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  test.each([
    '- uses: actions/checkout@v5',
    'uses: actions/checkout@main # v5.0.0',
    `- uses: actions/checkout@${commit}`,
    `- uses: actions/checkout@${commit.slice(1)} # v5.0.0`,
    '- uses: actions/checkout',
  ])('%s is not', (line) => expect(unpinned(line)).toEqual([line]))

  test.each([`- uses: actions/checkout@${commit} # v5.0.0`, 'uses: ./.github/workflows/test.yml'])(
    '%s is',
    (line) => expect(unpinned(line)).toEqual([]),
  )

  test.each(files)('in $path', ({ source }) => expect(unpinned(source)).toEqual([]))
})

describe('nothing is published before the tests have passed', () => {
  const publish = { steps: [{ uses: 'actions/deploy-pages@v5' }] }
  const calls = { uses: './.github/workflows/test.yml' }
  test('on its own, or after another job', () => {
    expect(deploysUntested({ jobs: { publish } })).toEqual(['publish'])
    const jobs = { test: calls, build: {}, publish: { ...publish, needs: 'build' } }
    expect(deploysUntested({ jobs })).toEqual(['publish'])
  })
  test('after the tests, or after a job that waits for them', () => {
    const build = { needs: 'test' }
    const jobs = { test: calls, build, publish: { ...publish, needs: ['build'] } }
    expect(deploysUntested({ jobs })).toEqual([])
  })
  test.each(files)('in $path', ({ source }) =>
    expect(deploysUntested(workflow(source))).toEqual([]),
  )

  test('and something is published at all', () => {
    expect(files.filter(({ source }) => source.includes('actions/deploy-pages@'))).toHaveLength(1)
  })
})

test('only the job that publishes may write', () => {
  expect(rightsToWrite({ jobs: {} })).toEqual(['workflow'])
  expect(rightsToWrite({ permissions: { contents: 'write' }, jobs: {} })).toEqual(['workflow'])
  const rights = files.flatMap(({ source }) => rightsToWrite(workflow(source)))
  expect(rights).toEqual(['publish'])
})

test('the other files of .github are YAML too', () => {
  for (const path of globSync('.github/**/*.yml'))
    expect(parse(readFileSync(path, 'utf8')), path).toBeTypeOf('object')
})
