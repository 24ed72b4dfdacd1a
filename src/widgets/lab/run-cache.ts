/**
 * Keeps the runs of figures between builds, in .cache/runs. A run is known by everything that could
 * change it: its configuration, and the text of core, experiments and data. Tests never read it.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Experiment } from '../../experiments/experiment.ts'
import { computeRun, type RunResult } from '../../experiments/figure.ts'
import type { Config } from '../../experiments/parameters.ts'

const folder = '.cache/runs'
const sources = ['src/core', 'src/experiments', 'content/data']

type Kept = Omit<RunResult, 'id'>

const inMemory = new Map<string, Promise<Kept>>()
let sourceHash: string | undefined

/** The run, from memory, from the last build, or computed now. */
export function keptRun(experiment: Experiment, config: Config, band: boolean): Promise<Kept> {
  sourceHash ??= hash(sources.flatMap(filesBelow).map((file) => readFileSync(file, 'utf8')))
  const key = hash([sourceHash, experiment.id, JSON.stringify(config), String(band)])
  let run = inMemory.get(key)
  if (!run) {
    run =
      fromDisk(key) ?? computeRun(experiment, config, band).then((result) => toDisk(key, result))
    inMemory.set(key, run)
  }
  return run
}

function fromDisk(key: string): Promise<Kept> | undefined {
  if (process.env['VITEST']) return undefined
  try {
    return Promise.resolve(deserialize(readFileSync(`${folder}/${key}`)) as Kept)
  } catch {
    return undefined // not there, or not whole: it is computed
  }
}

/** Written beside and moved into place, so that a build that runs at the same time reads it whole. */
function toDisk(key: string, run: Kept): Kept {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${key}.${process.pid}`, serialize(run))
  renameSync(`${folder}/${key}.${process.pid}`, `${folder}/${key}`)
  return run
}

const hash = (texts: readonly string[]): string =>
  texts.reduce((sum, text) => sum.update(text).update('\0'), createHash('sha256')).digest('hex')

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
