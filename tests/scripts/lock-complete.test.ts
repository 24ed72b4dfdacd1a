import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function check(packages: unknown) {
  const lock = join(mkdtempSync(join(tmpdir(), 'lock-')), 'package-lock.json')
  writeFileSync(lock, JSON.stringify({ packages }))
  return spawnSync(process.execPath, ['scripts/lock-complete.mjs', lock], { encoding: 'utf8' })
}

const wants = { version: '1.0.0', optionalDependencies: { '@a/linux': '1.0.0', '@a/win': '1.0.0' } }

test('a platform’s package that is missing is named', () => {
  const { status, stdout } = check({ 'node_modules/a': wants, 'node_modules/@a/linux': {} })
  expect(stdout).toContain('a 1.0.0 wants @a/win 1.0.0')
  expect(status).toBe(1)
})

test('a lock file that holds them all passes, nested ones too', () => {
  const { status } = check({
    'node_modules/a': wants,
    'node_modules/@a/linux': {},
    'node_modules/a/node_modules/@a/win': {},
  })
  expect(status).toBe(0)
})
