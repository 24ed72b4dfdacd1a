/** The architecture rules. Each check is first tried on a source that violates it. */
import { describe, expect, test } from 'vitest'
import { clocksAndPages, inexactMaths, locales, workers } from './architecture/determinism.ts'
import { importCircle, importFaults } from './architecture/imports.ts'
import { type SourceFile, sources } from './architecture/source.ts'
import { ownSettings, ownWords } from './architecture/words.ts'

const all = sources('src/**/*.{ts,tsx,astro}')
const under = (...folders: string[]) =>
  all.filter(([path]) => folders.some((folder) => path.startsWith(`src/${folder}/`)))
const faultsOf = (
  check: (path: string, source: string) => string[],
  files: readonly SourceFile[],
) => files.flatMap(([path, source]) => check(path, source))

test('there is something to check', () => {
  for (const layer of ['core', 'experiment', 'experiments', 'charts', 'widgets', 'player', 'pages'])
    expect(under(layer), layer).not.toEqual([])
})

describe('imports follow the order core, experiments, charts, widgets, content', () => {
  test.each([
    ['src/core/a.ts', `import x from 'preact'`],
    ['src/core/a.ts', `export * from '../experiment/registry.ts'`],
    ['src/core/a.ts', `type T = import('../charts/chart.ts').Chart`],
    ['src/experiments/a.ts', `import '../charts/chart.ts'`],
    ['src/experiments/a.ts', `const d = await import('../../content/data/digits.json')`],
    ['src/experiments/a.ts', `import { readFileSync } from 'node:fs'`],
    ['src/experiment/a.ts', `import { diagnose } from '../diagnosis/verdict.ts'`],
    ['src/diagnosis/a.ts', `import { resolve } from '../experiment/parameters.ts'`],
    ['src/player/a.ts', `import { runCached } from '../build/run-cache.ts'`],
    ['src/charts/a.tsx', `import type { Figure } from '../experiment/figure.ts'`],
    ['src/charts/a.ts', `import Chart from 'chart.js'`],
    ['src/widgets/one/a.tsx', `import { Two } from '../two/Two.tsx'`],
    ['src/widgets/one/a.tsx', `import { train, type Net } from '../../core/network.ts'`],
    ['src/widgets/one/a.tsx', `import { getEntry } from 'astro:content'`],
    ['src/widgets/one/a.tsx', `import words from '../../../content/en/strings.json'`],
    ['src/pages/a.ts', `import '../experiment/workers/worker.ts'`],
  ])('%s may not say %j', (path, source) => {
    expect(importFaults(path, source)).toHaveLength(1)
  })

  test.each([
    ['src/core/a.ts', `import { exp } from './math.ts'`],
    ['src/experiment/data.ts', `const d = await import('../../content/data/digits.ts')`],
    ['cli/experiment.ts', `import { readFileSync } from 'node:fs'`],
    ['src/charts/a.tsx', `import uPlot from 'uplot'\nimport { ticks } from 'd3-array'`],
    ['src/widgets/one/a.tsx', `import { Slider } from '../shared/Slider.tsx'`],
    ['src/widgets/one/a.tsx', `import type { Net } from '../../core/network.ts'`],
    ['src/widgets/one/a.tsx', `import { sigmoid } from '../../core/activations/sigmoid.ts'`],
  ])('%s may say %j', (path, source) => {
    expect(importFaults(path, source)).toEqual([])
  })

  test('every file', () => expect(faultsOf(importFaults, all)).toEqual([]))
})

describe('no two files import each other', () => {
  test('a circle is found, be it of types', () => {
    const files: SourceFile[] = [
      ['src/core/a.ts', `import { b } from './b.ts'`],
      ['src/core/b.ts', `export { c } from './c.ts'`],
      ['src/core/c.ts', `import type { A } from './a.ts'`],
    ]
    expect(importCircle(files)).toEqual([
      'src/core/a.ts',
      'src/core/b.ts',
      'src/core/c.ts',
      'src/core/a.ts',
    ])
    expect(importCircle(files.slice(0, 2))).toBeUndefined()
  })

  test('every file', () => expect(importCircle(all)).toBeUndefined())
})

describe('core and experiments give the same bits everywhere', () => {
  test.each([
    'Math.exp(1)',
    'const { tanh } = Math',
    `Math['log'](2)`,
    'const m = Math',
    'Math.random()',
    'x ** 2',
    'x **= 2',
  ])('%s is not exact', (source) => expect(inexactMaths('a.ts', source)).toHaveLength(1))

  test.each(['Math.sqrt(2)', 'step.Math', 'x * x // Math.exp'])('%s is exact', (source) =>
    expect(inexactMaths('a.ts', source)).toEqual([]),
  )

  test.each([
    'Date.now()',
    'new Date()',
    'performance.now()',
    'setTimeout(f)',
    'globalThis.x',
    'const f = fetch',
  ])('%s depends on when or where it runs', (source) =>
    expect(clocksAndPages('a.ts', source)).toHaveLength(1),
  )

  test.each(['data.window', 'const o = { document: 1 }', 'type T = { fetch: number }'])(
    '%s is only a name',
    (source) => expect(clocksAndPages('a.ts', source)).toEqual([]),
  )

  test('every file is exact', () =>
    expect(faultsOf(inexactMaths, under('core', 'diagnosis', 'experiment', 'experiments'))).toEqual(
      [],
    ))

  // The workers pace runs in real time, so they read the clock.
  const pure = under('core', 'diagnosis', 'experiment', 'experiments').filter(
    ([path]) => !path.startsWith('src/experiment/workers/'),
  )
  test('no file knows a clock or a page', () => expect(faultsOf(clocksAndPages, pure)).toEqual([]))

  test.each([
    'new Intl.NumberFormat()',
    'n.toLocaleString()',
    's.toLocaleUpperCase()',
    'a.localeCompare(b)',
  ])('%s depends on the language of the machine', (source) =>
    expect(locales('a.ts', source)).toHaveLength(1),
  )

  test('no file that computes or draws asks for a language', () => {
    const files = under('core', 'diagnosis', 'experiment', 'experiments', 'charts', 'widgets')
    expect(faultsOf(locales, files)).toEqual([])
  })
})

describe('only workers/pool.ts starts a worker', () => {
  test.each(['new Worker(url)', 'new window.Worker(url)', 'new SharedWorker(url)'])(
    '%s is seen',
    (source) => expect(workers('a.ts', source)).toHaveLength(1),
  )

  test('every file', () => {
    const starting = all.filter(([path, source]) => workers(path, source).length > 0)
    expect(starting.map(([path]) => path)).toEqual(['src/experiment/workers/pool.ts'])
    // Spelled out, or the bundler would not make the worker a file of its own.
    expect(starting[0]?.[1]).toMatch(
      /new Worker\(\s*new URL\('\.\/worker\.ts', import\.meta\.url\)/,
    )
  })
})

describe('widgets and charts take their words from the page’s strings', () => {
  test.each([
    ['a.tsx', `const a = <p>Run it</p>`],
    ['a.tsx', `const a = <button title="Run">{icon}</button>`],
    ['a.tsx', `const a = <p>{on ? 'Pause' : words.run}</p>`],
    ['a.astro', `---\nconst a = 1\n---\n<p>{a} steps</p>`],
  ])('%s with %j is seen', (path, source) => expect(ownWords(path, source)).toHaveLength(1))

  test.each([
    ['a.tsx', `const a = <p class="note" id="run">{words.run} · z · CSV</p>`],
    ['a.tsx', `const a = <p>{kind === 'line' ? words.a : words.b}</p>`],
    ['a.astro', `---\nconst words = 'x'\n---\n<style>p { color: red }</style><p>{words.a}</p>`],
  ])('%s with %j is fine', (path, source) => expect(ownWords(path, source)).toEqual([]))

  test('every file', () =>
    expect(faultsOf(ownWords, under('widgets', 'player', 'charts'))).toEqual([]))
})

describe('chapters name a figure and nothing numeric', () => {
  test.each([
    '<Figure name="a" depth={20} />',
    '<Figure depth="20"/>',
    '<Figure name={a} />',
    '<Figure name="a" {...others} />',
    'In a line: <Figure\n  name="a"\n  depth />',
  ])('%s is seen', (source) => expect(ownSettings('a.mdx', source)).toHaveLength(1))

  test('a figure, other components and code are fine', () => {
    const source =
      '<Figure slot="figure" name="a-20" />\n<Note n={2} />\n\n`<Figure depth={2} />` $\\frac{1}{2}$'
    expect(ownSettings('a.mdx', source)).toEqual([])
  })

  test('every chapter', () => {
    const chapters = sources('content/*/*.mdx')
    expect(chapters).not.toEqual([])
    expect(chapters.flatMap(([path, source]) => ownSettings(path, source))).toEqual([])
  })
})
