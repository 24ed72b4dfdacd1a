import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allExperiments, experimentById, experimentIds } from '../../src/experiments/registry.ts'

test('each experiment stands in the list under its own id', async () => {
  expect((await allExperiments()).map(({ id }) => id)).toEqual(experimentIds)
})

test('every file that makes an experiment is in the list', () => {
  const made = readdirSync('src/experiments')
    .filter((file) => /: Experiment<[^>]*> = \{/.test(read(file)))
    .map((file) => file.replace('.ts', ''))
  expect(made.sort()).toEqual([...experimentIds].sort())
})

test.each(['gradient-flaw', '', '__proto__', 'toString'])('"%s" is told as unknown', async (id) => {
  await expect(experimentById(id)).rejects.toThrow(
    `no experiment is called "${id}": expected one of gradient-flow, chain-product`,
  )
})

const read = (file: string) =>
  file.endsWith('.ts') ? readFileSync(`src/experiments/${file}`, 'utf8') : ''
