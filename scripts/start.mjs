#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds what has changed, serves the site.
 * PORT, HOST, BASE_PATH and SITE may be set; `--no-serve` stops after the build.
 */
import { basePath, buildIfChanged } from './build.mjs'
import { install } from './install.mjs'
import { inRoot, main, UserError } from './run.mjs'
import { answers, freePort, serve } from './serve.mjs'

await main(async () => {
  await install()

  // Under a base path the site is in a folder of that name, so that a static file server is enough.
  const base = basePath(process.env.BASE_PATH)
  const served = base === '/' ? inRoot('dist') : inRoot('.cache', 'start')
  const folder = base === '/' ? served : inRoot('.cache', 'start', base)
  const status = await buildIfChanged(folder, base)
  if (status !== 0) throw new UserError('The build failed; its message is above.')
  if (process.argv.includes('--no-serve')) return

  const wished = Number(process.env.PORT) || 4321
  const port = await freePort(wished)
  if (port !== wished) console.log(`Port ${wished} is in use; using ${port}.`)
  const server = serve(served, port)
  server.once('close', (code) => process.exit(code ?? 1))
  const address = `http://localhost:${port}${base}`
  await answers(address)
  console.log(`\n  Where Gradients Go is at ${address}\n  Ctrl-C ends it.\n`)
})
