/**
 * How long a training step takes with each activation, the shortest of many: node scripts/time-activations.mjs
 * Twelve hidden layers of 32 units, 64 inputs, batches of 100, plain SGD. The chapter on the ReLU family
 * quotes it with its date, because a time belongs to a machine and is no test.
 */
import { cpus } from 'node:os'
import {
  activations,
  DenseNetwork,
  finish,
  initialize,
  initializers,
  losses,
  optimizers,
  stream,
} from '../src/core/index.ts'

const batch = 100
const draws = stream(1, 'data')
const inputs = Float64Array.from({ length: batch * 64 }, () => draws.normal())
const targets = Float64Array.from({ length: batch * 10 }, (_, i) =>
  Number(i % 10 === Math.floor(i / 10) % 10),
)

const racers = Object.values(activations).map((activation) => {
  const network = new DenseNetwork({
    inputs: 64,
    hidden: Array.from({ length: 12 }, () => 32),
    outputs: 10,
    activation,
    loss: losses.crossEntropy,
    batch,
  })
  initialize(network, initializers.heNormal, { gain: 1, biasDeviation: 0, seed: 1 })
  const optimizer = optimizers.sgd(network.parameters, { learningRate: 1e-6 })
  return { id: activation.id, network, optimizer, best: Number.POSITIVE_INFINITY }
})

// In turns, so that a busy moment of the machine falls on all of them.
for (let round = 0; round < 60; round++) {
  for (const racer of racers) {
    const begin = performance.now()
    finish(racer.network.propagate(inputs, targets, batch))
    racer.optimizer.step()
    racer.best = Math.min(racer.best, performance.now() - begin)
  }
}

console.log(`${cpus()[0]?.model}, Node ${process.version}`)
for (const { id, best } of racers) console.log(id.padEnd(12), best.toFixed(2), 'ms')
