/**
 * The time of a training step with each activation, the minimum of many: node scripts/time-activations.mjs
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

const contenders = Object.values(activations).map((activation) => {
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

// Interleaved, so that load on the machine affects all of them alike.
for (let round = 0; round < 60; round++) {
  for (const contender of contenders) {
    const begin = performance.now()
    finish(contender.network.propagate(inputs, targets, batch))
    contender.optimizer.step()
    contender.best = Math.min(contender.best, performance.now() - begin)
  }
}

console.log(`${cpus()[0]?.model}, Node ${process.version}`)
for (const { id, best } of contenders) console.log(id.padEnd(12), best.toFixed(2), 'ms')
