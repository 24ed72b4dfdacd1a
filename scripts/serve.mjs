/** Serves a folder of static files on the first free port. */
import { createServer } from 'node:net'
import { inRoot, projectNode, start, UserError } from './run.mjs'

export async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port
  throw new UserError(
    `No free port between ${first} and ${first + 99}. Choose another: PORT=8080 npm start`,
  )
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, 'localhost', () => server.close(() => done(true)))
  })
}

/** Sends CORS headers, because an embed in a sandboxed frame has an opaque origin. */
export function serve(folder, port) {
  const sirv = inRoot('node_modules', 'sirv-cli', 'bin.js')
  return start(projectNode(), [sirv, folder, '--cors', '--etag', '--quiet'], {
    env: { PORT: String(port), HOST: process.env.HOST ?? 'localhost' },
  })
}

/** Resolves once the address answers; throws after ten seconds. */
export async function answers(address) {
  for (let i = 0; i < 100; i++) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new UserError(`The server at ${address} did not answer within 10 s.`)
}
