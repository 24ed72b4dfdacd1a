/** TensorFlow.js: `node tfjs.mjs wasm` or `node tfjs.mjs cpu`. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { examples, learningRate, serveTasks } from './contender.mjs'

const require = createRequire(import.meta.url)
const tf = require('@tensorflow/tfjs-core')
require('@tensorflow/tfjs-layers') // registers the gradients
const backend = process.argv[2]
if (backend === 'wasm') {
  const wasm = require('@tensorflow/tfjs-backend-wasm')
  wasm.setThreadsCount(1)
  wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`)
} else require('@tensorflow/tfjs-backend-cpu')
await tf.setBackend(backend)
await tf.ready()

await serveTasks(({ sizes, batch }, activation) => {
  const { inputs, targets } = examples(sizes, batch)
  const x = tf.tensor2d(Float32Array.from(inputs), [batch, sizes[0]])
  const y = tf.tensor2d(Float32Array.from(targets), [batch, sizes.at(-1)])
  const layers = sizes.slice(1).map((fanOut, i) => ({
    weight: tf.variable(tf.randomNormal([sizes[i], fanOut], 0, Math.sqrt(2 / sizes[i]))),
    bias: tf.variable(tf.zeros([fanOut])),
  }))
  const optimizer = tf.train.sgd(learningRate)
  const loss = () => {
    let signal = x
    layers.forEach(({ weight, bias }, i) => {
      const z = tf.add(tf.matMul(signal, weight), bias)
      signal = i + 1 < layers.length ? tf[activation](z) : z
    })
    return tf.losses.softmaxCrossEntropy(y, signal)
  }
  return () => {
    optimizer.minimize(loss)
  }
})
