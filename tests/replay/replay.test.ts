/**
 * Three random runs, printed by the command line and replayed in PyTorch: see replay.py. The draw is
 * seeded, so they are the same three every time; change the seed to try others, but not for one that
 * explodes: there each step multiplies the rounding, and no two programs agree for long.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Stream, stream } from '../../src/core/random.ts'
import type { Parameter } from '../../src/experiment/parameters.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'

const seed = 2
const tolerance = 1e-9
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Looks for it without the seconds that importing it takes. */
const findTorch = 'import importlib.util as u, sys; sys.exit(u.find_spec("torch") is None)'

/** Debian installs PyTorch for the system's Python, which need not be the first on the path. */
const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', findTorch]).status === 0,
)
if (!python) console.warn('replay skipped: no Python with PyTorch here (Debian: python3-torch)')

function choose<T>(draws: Stream, options: readonly T[]): T {
  return options[Math.floor(draws.uniform() * options.length)] as T
}

/** Of every choice one, of every number one that keeps a run to a second or so. */
function randomSettings(index: number): string[] {
  const draws = stream(seed, 'data', index)
  const whole = (least: number, most: number) =>
    least + Math.floor(draws.uniform() * (most - least + 1))
  const choices = Object.entries<Parameter>(gradientFlow.parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'choice' ? [`${name}=${choose(draws, parameter.options)}`] : [],
  )
  return [
    ...choices,
    `depth=${whole(1, 12)}`,
    `width=${whole(4, 40)}`,
    `weightScale=${choose(draws, [0.8, 1, 1.2, 1.5])}`,
    `biasScale=${choose(draws, [0, 0.3])}`,
    `learningRate=${choose(draws, [0.001, 0.003, 0.01])}`,
    `clipNorm=${choose(draws, [0, 0.5])}`,
    `examples=${whole(100, 300)}`,
    `batchSize=${whole(10, 80)}`,
    `steps=${whole(15, 30)}`,
    `recordEvery=${whole(1, 3)}`,
    `dataSeed=${whole(0, 9999)}`,
    `weightSeed=${whole(1, 9999)}`,
    `batchSeed=${whole(1, 9999)}`,
  ]
}

const runs = [
  randomSettings(1),
  randomSettings(2),
  randomSettings(3),
  // A deep saturated net, where PyTorch's own slope of the sigmoid has lost its digits.
  ['depth=20', 'initializer=normal', 'weightScale=2', 'examples=100', 'batchSize=50', 'steps=3'],
]

interface Replayed {
  readonly records: number
  readonly errors: Readonly<Record<string, number>>
}

/** All runs go to one PyTorch, because starting it takes longer than they do. */
function replayAll(command: string): Replayed[] {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'))
  try {
    const files = runs.map((settings, i) => {
      const words = ['cli/experiment.ts', 'gradient-flow', ...settings]
      const cli = spawnSync(process.execPath, [...words, '--include', 'parameters,data'], {
        cwd: root,
        maxBuffer: 1e9,
      })
      const file = join(folder, `${i}.json`)
      writeFileSync(file, cli.stdout)
      return file
    })
    const replay = spawnSync(command, ['tests/replay/replay.py', ...files], {
      cwd: root,
      encoding: 'utf8',
    })
    if (replay.stderr) throw new Error(replay.stderr)
    return replay.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!python)('PyTorch agrees within 1e-9 on', () => {
  let replayed: readonly Replayed[] = []
  beforeAll(() => {
    replayed = replayAll(python as string)
  }, 60_000)

  test.each(runs.map((settings, i) => [settings.join(' '), i] as const))('%s', (_, i) => {
    const { records, errors } = replayed[i] as Replayed
    expect(records).toBeGreaterThan(0)
    expect(Object.keys(errors).sort()).toEqual(
      ['biasGradientNorm', 'deltaNorm', 'finalParameters', 'loss', 'weightGradientNorm'].sort(),
    )
    for (const [quantity, error] of Object.entries(errors)) {
      expect(error, quantity).toBeLessThanOrEqual(tolerance)
    }
  })
})
