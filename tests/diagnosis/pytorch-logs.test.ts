/** Logs that PyTorch wrote with the chapter's own snippet: kept, and where there is a PyTorch written anew. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLog } from '../../src/diagnosis/read-log.ts'
import { diagnose } from '../../src/diagnosis/verdict.ts'

/** Looks for it without the seconds that importing it takes. */
const findTorch = 'import importlib.util as u, sys; sys.exit(u.find_spec("torch") is None)'
const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', findTorch]).status === 0,
)

const expected = [
  ['vanishing', 9, 0.26],
  ['exploding', 15, 1.57],
  ['healthy', 9, undefined],
] as const

function check(folder: string): void {
  for (const [name, layers, factor] of expected) {
    const { log, troubleCount } = readLog(readFileSync(join(folder, `${name}.csv`), 'utf8'))
    expect(troubleCount, name).toBe(0)
    expect(log?.layers, name).toHaveLength(layers)
    expect(log?.steps, name).toHaveLength(40)
    const { run } = diagnose(log as NonNullable<typeof log>)
    expect(run.verdict).toBe(name)
    if (factor) expect(run.numbers.factor).toBeCloseTo(factor, 1)
  }
}

test('the three kept logs get the right verdict', () => check('tests/golden/logs'))

test.skipIf(!python)(
  'the snippet still runs, and what it writes gets the right verdict',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'logs-'))
    try {
      const run = spawnSync(python ?? '', ['tests/golden/logs/generate.py', folder])
      expect(run.stderr.toString()).toBe('')
      check(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  180_000,
)

describe('the snippets', () => {
  test.each(readdirSync('content/snippets'))(
    '%s has at most 12 lines, and none too long',
    (file) => {
      const lines = readFileSync(`content/snippets/${file}`, 'utf8').trimEnd().split('\n')
      expect(lines.length).toBeLessThanOrEqual(12)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
    },
  )

  test.each(readdirSync('content/snippets'))('%s writes columns that are understood', (file) => {
    const source = readFileSync(`content/snippets/${file}`, 'utf8')
    const names = source.match(/writerow\((\["step".*?\])\)/)?.[1] ?? '[]'
    const columns: string[] = JSON.parse(names)
    const { log, troubleCount } = readLog(
      `${columns.join(',')}\n0,2.3,a,0.5${columns.length > 4 ? ',0.001' : ''}`,
    )
    expect(troubleCount).toBe(0)
    expect(log).toMatchObject({
      steps: [0],
      loss: [2.3],
      layers: [{ name: 'a', gradientNorm: [0.5] }],
    })
  })
})
