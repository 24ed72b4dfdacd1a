/** Writes the results of a benchmark. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot, runScript } from './run.mjs'

/** Rounds to `digits` significant digits. With `save`, writes to content/data, for /performance/; otherwise to .cache. */
export async function writeResults(name, result, { digits, save }) {
  const file = save ? inRoot('content', 'data', `${name}.json`) : inRoot('.cache', `${name}.json`)
  const rounded = (_, value) =>
    typeof value === 'number' && !Number.isInteger(value)
      ? Number(value.toPrecision(digits))
      : value
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, rounded, 2)}\n`)
  if (save) await runScript('@biomejs/biome/bin/biome', ['format', '--write', file])
  console.log(`\nWritten to ${file}`)
}
