#!/usr/bin/env node
/**
 * Lists the optional (platform) packages that the lock file names but has no entry for. A missing one makes
 * `npm ci` fail on every system.
 * Usage: node scripts/lock-complete.mjs [package-lock.json]
 */
import { readFileSync } from 'node:fs'

const nameOf = (path) => path.split('node_modules/').at(-1) || 'this project'
const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url)
const { packages } = JSON.parse(readFileSync(file, 'utf8'))
const held = new Set(Object.keys(packages).map(nameOf))

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !held.has(name))
    .map(([name, range]) => `${nameOf(path)} ${entry.version} wants ${name} ${range}`),
)

for (const line of missing) console.log(line)
console.log(
  missing.length === 0
    ? 'The lock file holds every platform’s packages.'
    : `${missing.length} missing. Use a version of the package on the left whose platform packages all exist.`,
)
process.exitCode = missing.length === 0 ? 0 : 1
