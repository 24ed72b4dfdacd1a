/** Builds the search index after the site, into pagefind/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'

/** The glyphs of formulas and the ticks and labels of figures would only add noise. */
const excludeSelectors = ['.katex', 'svg', 'table', '.lab', '.references']

/** Pagefind's own user interfaces are not used. */
const isNeeded = (path: string) => !/-ui\.|highlight/.test(path)

export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { index, errors } = await createIndex({ excludeSelectors })
      if (!index)
        throw new Error(`Pagefind could not create the search index: ${errors.join('; ')}`)
      const site = fileURLToPath(dir)
      await index.addDirectory({ path: site })
      const { files } = await index.getFiles()
      for (const { path, content } of files.filter(({ path }) => isNeeded(path))) {
        const file = join(site, 'pagefind', path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
      await close()
      logger.info('indexed the elements marked data-pagefind-body')
    },
  },
})
