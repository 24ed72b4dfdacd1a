/** Compares the worker's runs in a browser, with and without WebAssembly, with Node's on the plain kernels. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { runToEnd } from '../../src/experiment/run.ts'
import type { ToWorker } from '../../src/experiment/workers/protocol.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { smallRuns } from '../experiment/small-runs.ts'
import { workersIn } from './modules.ts'
import { files, siteAt } from './sites.ts'

const configs = fc.sample(smallRuns, { seed: 2, numRuns: 200 })

test('200 runs have one fingerprint: compiled, plain, in the browser and in Node', async ({
  page,
}, info) => {
  test.setTimeout(240_000)
  const site = siteAt(info.project.use.baseURL)
  const scripts = files(site.served).filter((file) => file.endsWith('.js'))
  const [worker] = scripts.flatMap((file) => workersIn(site, `/${file}`))
  expect(worker).toBeDefined()
  const address = new URL(worker ?? '', site.address).href
  // A page of the same origin without the content security policy, which would block a worker from a blob.
  await page.route('**/bare/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bare</title>' }),
  )
  await page.goto(`${site.address}bare/`)

  const compiled = await page.evaluate(run, { address, configs, refused: false })
  const plain = await page.evaluate(run, { address, configs, refused: true })
  expect(compiled.compiledModules).toBe(1)
  expect(plain.compiledModules).toBe(0)

  const inNode: string[] = []
  for (const config of configs) inNode.push((await runToEnd(gradientFlow, config)).fingerprint)
  expect(compiled.fingerprints).toEqual(inNode)
  expect(plain.fingerprints).toEqual(inNode)
})

/** In the page: runs each configuration to its end in the site's worker. */
async function run(task: { address: string; configs: typeof configs; refused: boolean }) {
  const source = `
    let modules = 0
    const compile = WebAssembly.compile
    WebAssembly.compile = async (code) => {
      if (${task.refused}) throw new Error('refused')
      modules++
      return compile(code)
    }
    addEventListener('message', ({ data }) => data.count && self.postMessage(modules))
    await import(${JSON.stringify(task.address)})
    self.postMessage('ready')`
  const blob = new Blob([source], { type: 'text/javascript' })
  const worker = new Worker(URL.createObjectURL(blob), { type: 'module' })
  const answer = () =>
    new Promise<MessageEvent['data']>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message))
    })
  await answer()
  const send = (message: ToWorker) => worker.postMessage(message)
  const fingerprints: string[] = []
  for (const [run, config] of task.configs.entries()) {
    send({ type: 'start', run, experiment: 'gradient-flow', config, part: undefined })
    for (let done = false; !done; ) {
      const next = answer()
      send({ type: 'pull', run, limit: { records: 1000, milliseconds: 10_000 } })
      const message = await next
      if (message.type !== 'chunk') throw new Error(message.message)
      done = message.chunk.done
      if (done) fingerprints.push(message.chunk.fingerprint)
    }
    send({ type: 'stop', run })
  }
  const count = answer()
  worker.postMessage({ count: true })
  const compiledModules: number = await count
  worker.terminate()
  return { fingerprints, compiledModules }
}
