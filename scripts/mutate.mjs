/**
 * Makes small mistakes in the code, one at a time, and tells which of them no unit test notices:
 *
 *   npm run mutate -- --seed 1 --count 40 [--timeout 120] [--only src/charts]
 *
 * The mistakes are drawn by the seed from src without src/core. It works on a copy in .cache, so that the
 * checkout stays as it is.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importersOf, relatedTests } from './mutate/related.mjs'
import { sitesOf } from './mutate/sites.mjs'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    timeout: { type: 'string', default: '120' },
    only: { type: 'string', default: 'src/' },
  },
})
const [seed, count, timeout] = [options.seed, options.count, options.timeout].map(Number)

const copy = resolve('.cache/mutants')
const vitest = resolve('node_modules/vitest/vitest.mjs')
let running
process.on('SIGINT', () => {
  stop(running)
  process.exit(130)
})

const random = mulberry32(seed)
const paths = makeCopy()
const importers = importersOf(paths)
const files = paths
  .filter((path) => path.startsWith(options.only) && /^src\/(?!core\/).*\.tsx?$/.test(path))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }))
  .map((file) => ({ ...file, sites: sitesOf(file.path, file.source) }))
  .filter(({ sites }) => sites.length > 0)
/** Where each file ends if all of them are put one after the other. */
let end = 0
for (const file of files) {
  end += file.source.split('\n').length
  file.end = end
}
const mutants = draw()

const baseline = [...new Set(mutants.flatMap(({ tests }) => tests))]
console.log(
  `${mutants.length} mutants of seed ${seed}; first ${baseline.length} test files as they are`,
)
if ((await run(baseline, 30 * timeout)) !== 'survived') {
  console.error('expected the tests to pass before anything is changed: run npm test')
  process.exit(1)
}

const outcomes = { killed: 0, 'timed out': 0, survived: 0, 'no unit test': 0 }
for (const mutant of mutants) {
  const outcome = await tried(mutant)
  outcomes[outcome]++
  const { path, source, site } = mutant
  const line = source.slice(0, site.start).split('\n').length
  const brief = (text) => text.replace(/\s+/g, ' ').slice(0, 60)
  console.log(`${outcome.padEnd(12)} ${path}:${line}  ${brief(site.was)}  →  ${brief(site.text)}`)
}
const died = outcomes.killed + outcomes['timed out']
const detail = Object.entries(outcomes).map(([name, number]) => `${number} ${name}`)
const tested = mutants.length - outcomes['no unit test']
console.log(`${died} of ${tested} died: ${detail.join(', ')}`)

/** Everything that git knows, as it stands here, with this checkout's packages. */
function makeCopy() {
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  })
  const all = stdout.split('\0').filter((path) => path && path !== 'node_modules')
  rmSync(copy, { recursive: true, force: true })
  for (const path of all) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(path, join(copy, path))
  }
  symlinkSync(relative(copy, resolve('node_modules')), join(copy, 'node_modules'))
  return all
}

/** A file is as likely as it is long, and in it each site as any other; none is taken twice. */
function draw() {
  const drawn = new Map()
  const possible = files.reduce((sum, { sites }) => sum + sites.length, 0)
  const lines = files.at(-1)?.end ?? 0
  while (drawn.size < Math.min(count, possible)) {
    const at = random() * lines
    const file = files.find((one) => at < one.end)
    const index = Math.floor(random() * file.sites.length)
    const tests = relatedTests(file.path, importers)
    drawn.set(`${file.path} ${index}`, { ...file, site: file.sites[index], tests })
  }
  return [...drawn.values()]
}

async function tried({ path, source, site, tests }) {
  if (tests.length === 0) return 'no unit test'
  const target = join(copy, path)
  writeFileSync(target, source.slice(0, site.start) + site.text + source.slice(site.end))
  // Most mutants die of the nearest tests, which need not wait for all the others.
  let outcome = await run(tests.slice(0, 3), timeout)
  if (outcome === 'survived') outcome = await run(tests.slice(3), timeout)
  writeFileSync(target, source)
  return outcome
}

/** Runs test files in the copy: `survived` if all pass. */
function run(tests, seconds) {
  if (tests.length === 0) return Promise.resolve('survived')
  return new Promise((done) => {
    running = spawn(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
      cwd: copy,
      detached: true,
      stdio: 'ignore',
    })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      stop(running)
    }, 1000 * seconds)
    running.on('exit', (code) => {
      clearTimeout(timer)
      running = undefined
      done(isLate ? 'timed out' : code === 0 ? 'survived' : 'killed')
    })
  })
}

/** With the workers that it has started. */
function stop(child) {
  try {
    if (child) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function mulberry32(start) {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
