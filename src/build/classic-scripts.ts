/**
 * Scripts that have to run before any module does: `import path from '../client/theme.ts?classic'`
 * bundles that file into one classic script at a hashed path and gives the path, without the site's base.
 */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { emitClientAsset } from 'astro/assets/utils'
import { build, type Plugin, type Rolldown } from 'vite'

const query = '?classic'

export function classicScripts(): Plugin {
  let isBuild = false
  let assets = ''
  /** What the development server answers with, by file name. */
  const bundled = new Map<string, string>()
  return {
    name: 'classic-scripts',
    configResolved({ command, build }) {
      isBuild = command === 'build'
      assets = build.assetsDir
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const code = bundled.get(basename(request.url ?? ''))
        if (code === undefined) return next()
        response.setHeader('Content-Type', 'text/javascript').end(code)
      })
    },
    async load(id) {
      if (!id.endsWith(query)) return undefined
      const { code, moduleIds } = await bundle(id.slice(0, -query.length))
      for (const module of moduleIds) this.addWatchFile(module)
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
      const name = `${basename(id, `.ts${query}`)}.${hash}.js`
      if (isBuild) {
        emitClientAsset(this, { type: 'asset', fileName: `${assets}/${name}`, source: code })
      } else bundled.set(name, code)
      return `export default ${JSON.stringify(`/${assets}/${name}`)}`
    },
  }
}

/** One file and all that it imports, minified, in a scope of its own. */
export async function bundle(file: string): Promise<Rolldown.OutputChunk> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: file, output: { format: 'iife' } },
    },
  })
  const [chunk, ...others] = 'output' in result ? result.output : []
  if (chunk && others.length === 0) return chunk
  throw new Error(`${file}: expected one script, got ${others.length + 1} files`)
}
