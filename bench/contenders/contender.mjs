/**
 * A contender is a process that reads one task per line of JSON from stdin and writes one result per line to
 * stdout. `prepare` returns a function that does one training step of a network, or throws if unsupported.
 */
import { createInterface } from 'node:readline'

export async function serveTasks(prepare) {
  const prepared = new Map()
  for await (const line of createInterface({ input: process.stdin })) {
    const { net, activation, milliseconds } = JSON.parse(line)
    const key = JSON.stringify([net, activation])
    if (!prepared.has(key)) {
      prepared.clear() // one network at a time, so that networks do not compete for the CPU caches
      const step = await prepare(net, activation)
      run(step, 4 * milliseconds) // warm-up, until the engine has compiled the hot code
      prepared.set(key, step)
    }
    console.log(JSON.stringify(run(prepared.get(key), milliseconds)))
  }
}

/** Runs steps for so many milliseconds of CPU time. Returns milliseconds per step, of CPU and of wall time. */
function run(step, milliseconds) {
  const before = process.cpuUsage()
  const begin = performance.now()
  let steps = 0
  let processor = 0
  while (processor < milliseconds) {
    step()
    steps++
    const { user, system } = process.cpuUsage(before)
    processor = (user + system) / 1000
  }
  return { steps, wall: (performance.now() - begin) / steps, processor: processor / steps }
}

/** Deterministic inputs, and one-hot targets that cycle through the classes. */
export function examples(sizes, batch) {
  const [features, classes] = [sizes[0], sizes.at(-1)]
  const inputs = Float64Array.from(
    { length: batch * features },
    (_, i) => ((i * 7919) % 997) / 498 - 1,
  )
  const labels = Array.from({ length: batch }, (_, i) => i % classes)
  const targets = new Float64Array(batch * classes)
  labels.forEach((label, i) => {
    targets[i * classes + label] = 1
  })
  return { inputs, targets, labels }
}

export const learningRate = 0.01
