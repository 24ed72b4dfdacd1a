/** The two builds under test, and what lies in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Site, sites } from './addresses.ts'

export { type Site, sites }

export function siteAt(address: string | undefined): Site {
  return address === sites.base.address ? sites.base : sites.root
}

/** Every built page as the path after the base: '', 'vanishing-gradients/', '404.html'. */
export const pages: readonly string[] = files(sites.root.served)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
  .sort()

/** Every file below a folder, with forward slashes. */
export function files(folder: string, below = ''): string[] {
  const at = join(folder, below)
  if (!existsSync(at))
    throw new Error(`No site in ${folder}: run npm test -- browser, which builds it.`)
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(folder, `${below}${entry.name}/`) : [below + entry.name],
  )
}

/** The file that a static host answers an address' path with, if there is one. */
export function fileFor(site: Site, path: string): string | undefined {
  const file = join(site.served, decodeURI(path.endsWith('/') ? `${path}index.html` : path))
  return existsSync(file) ? file : undefined
}

export function html(site: Site, page: string): string {
  return read(site, site.base + page)
}

export function read(site: Site, path: string): string {
  const file = fileFor(site, path)
  if (!file) throw new Error(`The site has no ${path}.`)
  return readFileSync(file, 'utf8')
}

/** Kilobytes on the wire. */
export const kilobytes = (text: string): number => gzipSync(text).length / 1000
