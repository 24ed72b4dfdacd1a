import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allExperiments, experimentById, experimentIds } from '../../src/experiment/registry.ts'

test('each experiment stands in the list under its own id', async () => {
  expect((await allExperiments()).map(({ id }) => id)).toEqual(experimentIds)
})

test('every folder of an experiment is in the list', () => {
  const folders = readdirSync('src/experiments').filter((folder) => folder !== 'shared')
  expect(folders.sort()).toEqual([...experimentIds].sort())
})

test.each(['gradient-flaw', '', '__proto__', 'toString'])('"%s" is told as unknown', async (id) => {
  await expect(experimentById(id)).rejects.toThrow(
    `no experiment is called "${id}": expected one of gradient-flow, chain-product`,
  )
})
