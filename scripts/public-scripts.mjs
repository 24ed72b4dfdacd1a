/** Astro copies public/ as it stands; the scripts there, which every page loads, lose their comments here. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minify } from 'vite'

export const smallPublicScripts = (names) => ({
  name: 'small-public-scripts',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for (const name of names) {
        const file = fileURLToPath(new URL(name, dir))
        const { code, errors } = await minify(name, readFileSync(file, 'utf8'))
        if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`)
        writeFileSync(file, code)
      }
    },
  },
})
