/**
 * A racer is a process: a line of JSON with a task comes in, a line with how it went goes out. `prepare`
 * makes a training step for a network; what it does not know how to do, it says with an error.
 */
import { createInterface } from 'node:readline'

export async function race(prepare) {
  const prepared = new Map()
  for await (const line of createInterface({ input: process.stdin })) {
    const { net, activation, milliseconds } = JSON.parse(line)
    const key = JSON.stringify([net, activation])
    if (!prepared.has(key)) {
      prepared.clear() // one network at a time, so that none crowds another out of the caches
      const step = await prepare(net, activation)
      run(step, 4 * milliseconds) // until the engine has compiled what it will
      prepared.set(key, step)
    }
    console.log(JSON.stringify(run(prepared.get(key), milliseconds)))
  }
}

/** Steps until the processor has worked so long; what a step took of the processor's time and of the clock's. */
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

/** Inputs from a fixed sequence and one-hot targets, the classes in turn. */
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
