/** The processes that `npm run bench` compares; see bench/contenders. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRoot, projectNode, start } from './run.mjs'

/** PyTorch and its BLAS library each have their own setting for threads. */
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
const python = process.env.PYTHON ?? 'python3'

export async function startContenders() {
  const node = `Node ${process.versions.node}`
  const script = (name) => inRoot('bench', 'contenders', name)
  const js = (id, version, name, ...args) =>
    new Contender(id, `${version}, ${node}`, projectNode(), [script(name), ...args])
  const contenders = [
    js('compiled', 'this core, WebAssembly, float64', 'core.mjs', 'compiled'),
    js('plain', 'this core, TypeScript, float64', 'core.mjs', 'plain'),
    js('tfjs-wasm', `${versionOf('@tensorflow/tfjs-backend-wasm')}, float32`, 'tfjs.mjs', 'wasm'),
    js('tfjs-cpu', `${versionOf('@tensorflow/tfjs-backend-cpu')}, float32`, 'tfjs.mjs', 'cpu'),
    js('convnetjs', `${versionOf('convnetjs')}, float64`, 'convnetjs.mjs'),
  ]
  if (spawnSync(python, ['-c', 'import torch']).status === 0) {
    const torch = new Contender('pytorch', '', python, [script('pytorch.py')])
    torch.version = `${(await torch.answer()).version}, float32`
    // Next to the core in every table, since the last columns are off screen on a phone.
    contenders.splice(1, 0, torch)
  } else
    console.log(
      `PyTorch is left out: ${python} cannot import torch. To use another Python, set PYTHON=/path/to/python3.`,
    )
  return contenders
}

const versionOf = (name) =>
  JSON.parse(readFileSync(inRoot('bench', 'node_modules', name, 'package.json'), 'utf8')).version

/** A child process that answers one request at a time, a line of JSON each way. */
export class Contender {
  #child
  #lines

  constructor(id, version, command, args) {
    this.id = id
    this.version = version
    this.#child = start(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: oneThread })
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  run(task) {
    this.#child.stdin.write(`${JSON.stringify(task)}\n`)
    return this.answer()
  }

  async answer() {
    for (;;) {
      const { value, done } = await this.#lines.next()
      if (done) throw new Error(`${this.id} ended without an answer; see its message above.`)
      if (value.startsWith('{')) return JSON.parse(value) // skips any banner
    }
  }

  end() {
    this.#child.stdin.end()
  }
}
