/** Firefox through WebDriver BiDi, which needs no separate driver. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../run.mjs'
import { freePort } from '../serve.mjs'

export async function openFirefox(program) {
  const port = await freePort(9230)
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
  const args = ['--headless', '--no-remote', '--profile', profile]
  const browser = start(program, [...args, '--remote-debugging-port', String(port)], {
    stdio: 'ignore',
    env: { HOME: profile },
  })
  const socket = await connect(`ws://127.0.0.1:${port}/session`)
  const send = sender(socket)
  const { capabilities } = await send('session.new', { capabilities: {} })
  const { contexts } = await send('browsingContext.getTree', {})
  const { context } = contexts[0]
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(task) {
      const answer = await send('script.evaluate', {
        expression: `(${task})().then(JSON.stringify)`,
        target: { context },
        awaitPromise: true,
      })
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text)
      return JSON.parse(answer.result.value)
    },
    async close() {
      const ended = new Promise((done) => browser.once('close', done))
      browser.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Retries, because Firefox takes some seconds to listen. */
async function connect(address) {
  for (let tries = 0; ; tries++) {
    const socket = new WebSocket(address)
    const opened = await new Promise((done) => {
      socket.onopen = () => done(true)
      socket.onerror = () => done(false)
    })
    if (opened) return socket
    if (tries > 100) throw new Error(`Firefox does not answer at ${address}.`)
    await new Promise((done) => setTimeout(done, 300))
  }
}

/** Sends commands; responses are matched by id. */
function sender(socket) {
  const waiting = new Map()
  socket.onmessage = ({ data }) => {
    const { id, type, result, message } = JSON.parse(data)
    const answer = waiting.get(id)
    waiting.delete(id)
    if (type === 'error') answer?.reject(new Error(message))
    else answer?.resolve(result)
  }
  let id = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
