/** Builds the site for an address and a base path, unless the last build is up to date. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, runScript } from './run.mjs'

/** What a build reads. */
export const sources = [
  'astro.config.mjs',
  'cli',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
]

/** Normalizes a base path to `/` or `/<name>/`. */
export function basePath(text = '/') {
  const name = text.replace(/^\/+|\/+$/g, '')
  return name ? `/${name}/` : '/'
}

/**
 * Builds into the folder and returns Astro's exit status. The stamp of the sources is inside the folder, so
 * that any other build into it removes the stamp too.
 */
export async function build(folder, base, site = process.env.SITE ?? '') {
  const stamp = fingerprint(base, site)
  const status = await runScript('astro/bin/astro.mjs', ['build', '--outDir', folder], {
    env: { BASE_PATH: base, SITE: site },
  })
  if (status === 0) writeFileSync(join(folder, '.stamp'), stamp)
  return status
}

/** Builds unless the folder holds a build of the same sources. */
export async function buildIfChanged(folder, base, site = process.env.SITE ?? '') {
  const stamp = join(folder, '.stamp')
  const stands = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(base, site)
  return stands ? 0 : build(folder, base, site)
}

function fingerprint(base, site) {
  const hash = createHash('sha256').update(`${base}\n${site}\n`)
  for (const source of sources) {
    for (const file of files(source)) hash.update(`${file}\n`).update(readFileSync(inRoot(file)))
  }
  return hash.digest('hex')
}

function files(path) {
  if (!existsSync(inRoot(path))) return []
  if (!statSync(inRoot(path)).isDirectory()) return [path]
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => files(`${path}/${name}`))
}
