/** After a build: the search index of every page to read, beside the pages, in pagefind/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'

/** A formula would be found by its glyphs, a figure by its ticks and labels, none of which anybody seeks. */
const excludeSelectors = ['.katex', 'svg', 'table', '.lab', '.references']

/** Pagefind brings interfaces of its own, of which none is used here. */
const isNeeded = (path: string) => !/-ui\.|highlight/.test(path)

export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { index, errors } = await createIndex({ excludeSelectors })
      if (!index) throw new Error(`no search index: ${errors.join('; ')}`)
      const site = fileURLToPath(dir)
      await index.addDirectory({ path: site })
      const { files } = await index.getFiles()
      for (const { path, content } of files.filter(({ path }) => isNeeded(path))) {
        const file = join(site, 'pagefind', path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
      await close()
      logger.info('what is marked data-pagefind-body can be searched')
    },
  },
})
