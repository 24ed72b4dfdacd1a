/** The processes that `npm run bench` runs in turns; see bench/racers. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRoot, projectNode, start } from './run.mjs'

/** PyTorch and its matrix library each have threads of their own to switch off. */
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
const python = process.env.PYTHON ?? 'python3'

export async function startRacers() {
  const node = `Node ${process.versions.node}`
  const script = (name) => inRoot('bench', 'racers', name)
  const js = (id, version, name, ...args) =>
    new Racer(id, `${version}, ${node}`, projectNode(), [script(name), ...args])
  const racers = [
    js('compiled', 'this core, WebAssembly, float64', 'core.mjs', 'compiled'),
    js('plain', 'this core, TypeScript, float64', 'core.mjs', 'plain'),
    js('tfjs-wasm', `${versionOf('@tensorflow/tfjs-backend-wasm')}, float32`, 'tfjs.mjs', 'wasm'),
    js('tfjs-cpu', `${versionOf('@tensorflow/tfjs-backend-cpu')}, float32`, 'tfjs.mjs', 'cpu'),
    js('convnetjs', `${versionOf('convnetjs')}, float64`, 'convnetjs.mjs'),
  ]
  if (spawnSync(python, ['-c', 'import torch']).status === 0) {
    const torch = new Racer('pytorch', '', python, [script('torch_racer.py')])
    torch.version = `${(await torch.answer()).version}, float32`
    // Beside the core in every table: on a narrow screen the last columns have to be scrolled to.
    racers.splice(1, 0, torch)
  } else
    console.log(`Without PyTorch: ${python} -c 'import torch' does not work. PYTHON names another.`)
  return racers
}

const versionOf = (name) =>
  JSON.parse(readFileSync(inRoot('bench', 'node_modules', name, 'package.json'), 'utf8')).version

/** Asks a process one thing at a time, a line of JSON each way. */
export class Racer {
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
      if (done) throw new Error(`${this.id} ended without an answer; its message is above.`)
      if (value.startsWith('{')) return JSON.parse(value) // some greet first
    }
  }

  end() {
    this.#child.stdin.end()
  }
}
