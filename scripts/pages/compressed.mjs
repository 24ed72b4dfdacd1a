/** Copies a built site and adds a .gz file for each text file, so that sirv serves gzip as GitHub Pages does. */
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export function compressedCopy(site, copy) {
  rmSync(copy, { recursive: true, force: true })
  cpSync(site, copy, { recursive: true })
  for (const file of globSync('**/*.{html,js,css,svg,json,xml,wasm}', { cwd: copy }))
    writeFileSync(join(copy, `${file}.gz`), gzipSync(readFileSync(join(copy, file))))
}
