/** WebKitGTK through WebKitWebDriver, which starts its MiniBrowser. */
import { start } from '../run.mjs'
import { freePort } from '../serve.mjs'

export async function openWebKit(program) {
  const port = await freePort(9330)
  // MiniBrowser needs a display, and as root it cannot use its sandbox.
  const driver = start('xvfb-run', ['--auto-servernum', program, `--port=${port}`], {
    stdio: 'ignore',
    env: {
      LANG: 'C.UTF-8',
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  })
  const send = sender(`http://127.0.0.1:${port}`)
  await answers(send)
  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: { alwaysMatch: {} },
  })
  const session = `/session/${sessionId}`
  await send('POST', `${session}/timeouts`, { pageLoad: 120_000 })
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    open: (url) => send('POST', `${session}/url`, { url }),
    async evaluate(task) {
      const execute = (script) => send('POST', `${session}/execute/sync`, { script, args: [] })
      await execute(`(${task})().then(
        (value) => { window.outcome = { value } },
        (error) => { window.outcome = { error: String(error) } })`)
      // Polls, because a map takes longer than a request may wait.
      for (;;) {
        const outcome = await execute('return window.outcome ?? null')
        if (outcome?.error) throw new Error(outcome.error)
        if (outcome) return outcome.value
        await new Promise((done) => setTimeout(done, 500))
      }
    },
    async close() {
      await send('DELETE', session)
      const ended = new Promise((done) => driver.once('close', done))
      driver.kill()
      await ended
    },
  }
}

function sender(address) {
  return async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(value.message)
    return value
  }
}

async function answers(send) {
  for (let tries = 0; ; tries++) {
    const status = await send('GET', '/status').catch(() => undefined)
    if (status) return
    if (tries > 100) throw new Error('WebKitWebDriver does not answer.')
    await new Promise((done) => setTimeout(done, 300))
  }
}
