/**
 * Keeps the runs of figures between builds, in .cache/runs. A run is known by everything that could
 * change it: its configuration, the data, and the text of the experiment's file and of every file that
 * it imports. So a new experiment leaves the runs of the others where they are. Tests never read it.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Experiment } from '../experiment/experiment.ts'
import { useFastKernels } from '../experiment/fast.ts'
import { computeRun, type FigureRun } from '../experiment/figure.ts'
import type { Config } from '../experiment/parameters.ts'
import { withImports } from './source-files.ts'

const folder = '.cache/runs'
/** What computes a figure, whichever its experiment. */
const shared = ['src/experiment/figure.ts', 'src/experiment/data.ts']

type CachedRun = Omit<FigureRun, 'id'>

const inMemory = new Map<string, Promise<CachedRun>>()
const sourceHashes = new Map<string, string>()

/** The run, from memory, from the last build, or computed now. */
export function runCached(
  experiment: Experiment,
  config: Config,
  band: boolean,
): Promise<CachedRun> {
  const key = hash([sourceHash(experiment.id), experiment.id, JSON.stringify(config), String(band)])
  let run = inMemory.get(key)
  if (!run) {
    run =
      fromDisk(key) ??
      fast()
        .then(() => computeRun(experiment, config, band))
        .then((result) => toDisk(key, result))
    inMemory.set(key, run)
  }
  return run
}

/** The compiled kernels, which give the same bits sooner: tests compare the two. */
const fast = () => (kernels ??= useFastKernels())
let kernels: Promise<boolean> | undefined

function fromDisk(key: string): Promise<CachedRun> | undefined {
  if (process.env['VITEST']) return undefined
  try {
    return Promise.resolve(deserialize(readFileSync(`${folder}/${key}`)) as CachedRun)
  } catch {
    return undefined // not there, or not whole: it is computed
  }
}

/** Written beside and moved into place, so that a build that runs at the same time reads it whole. */
function toDisk(key: string, run: CachedRun): CachedRun {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${key}.${process.pid}`, serialize(run))
  renameSync(`${folder}/${key}.${process.pid}`, `${folder}/${key}`)
  return run
}

function sourceHash(id: string): string {
  const known = sourceHashes.get(id)
  if (known) return known
  const files = new Set<string>()
  for (const file of [`src/experiments/${id}/index.ts`, ...shared]) withImports(file, files)
  const all = [...files, ...filesBelow('content/data')].sort()
  const sum = hash(all.map((file) => readFileSync(file, 'utf8')))
  sourceHashes.set(id, sum)
  return sum
}

const hash = (texts: readonly string[]): string =>
  texts.reduce((sum, text) => sum.update(text).update('\0'), createHash('sha256')).digest('hex')

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
