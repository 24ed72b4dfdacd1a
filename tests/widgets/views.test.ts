/**
 * What each view draws from a few records, written by hand: views/<id>.ts. All of them in one test file,
 * since each file would load the core anew, which takes longer than its tests.
 */
import { expect, test } from 'vitest'
import { experimentIds } from '../../src/experiment/registry.ts'

const views = import.meta.glob('./views/*.ts', { eager: true })
const idOf = (path: string) => path.slice('./views/'.length, -'.ts'.length)

test('each experiment has its view tested', () => {
  expect(Object.keys(views).map(idOf).sort()).toEqual([...experimentIds].sort())
})
