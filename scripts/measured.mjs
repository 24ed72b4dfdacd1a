/** Where the benches put what they measured: in the project, for /performance/, or aside. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot, runScript } from './run.mjs'

/** Numbers have as many `digits` as such a measurement deserves; `kept` in the project it is formatted as all files are. */
export async function writeMeasured(name, result, { digits, kept }) {
  const file = kept ? inRoot('content', 'data', `${name}.json`) : inRoot('.cache', `${name}.json`)
  const rounded = (_, value) =>
    typeof value === 'number' && !Number.isInteger(value)
      ? Number(value.toPrecision(digits))
      : value
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, rounded, 2)}\n`)
  if (kept) await runScript('@biomejs/biome/bin/biome', ['format', '--write', file])
  console.log(`\nWritten to ${file}`)
}
