/** Serves a folder of static files on the first free port. */
import { createServer } from 'node:net'
import { inRoot, projectNode, start, Trouble } from './run.mjs'

export async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port
  throw new Trouble(
    `No free port between ${first} and ${first + 99}. Name another: PORT=8080 npm start`,
  )
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, 'localhost', () => server.close(() => done(true)))
  })
}

/** Other origins may read the files: an embed in a sandboxed frame has an origin of its own. */
export function serve(folder, port) {
  const sirv = inRoot('node_modules', 'sirv-cli', 'bin.js')
  return start(projectNode(), [sirv, folder, '--cors', '--etag', '--quiet'], {
    env: { PORT: String(port), HOST: process.env.HOST ?? 'localhost' },
  })
}

/** Resolves once the address answers; fails if it has not within ten seconds. */
export async function answers(address) {
  for (let i = 0; i < 100; i++) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Trouble(`The server does not answer at ${address}.`)
}
