/** This site's core: `node core.mjs compiled` or `node core.mjs plain`. */
import {
  activations,
  DenseNetwork,
  finish,
  initialize,
  initializers,
  losses,
  optimizers,
} from '../../src/core/index.ts'
import { examples, learningRate, serveTasks } from './contender.mjs'

if (process.argv[2] === 'compiled') {
  const { useFastKernels } = await import('../../src/core/fast.ts')
  if (!(await useFastKernels()))
    throw new Error(
      'The compiled kernels could not be loaded; expected an engine with WebAssembly SIMD.',
    )
}

await serveTasks(({ sizes, batch, networks = 1 }, activation) => {
  const { inputs, targets } = examples(sizes, batch)
  const steps = Array.from({ length: networks }, (_, i) => {
    const network = new DenseNetwork({
      inputs: sizes[0],
      hidden: sizes.slice(1, -1),
      outputs: sizes.at(-1),
      activation: activations[activation],
      loss: losses.crossEntropy,
      batch,
    })
    initialize(network, initializers.heNormal, { gain: 1, biasDeviation: 0, seed: i + 1 })
    const optimizer = optimizers.sgd(network.parameters, { learningRate })
    return () => {
      finish(network.propagate(inputs, targets, batch))
      optimizer.step()
    }
  })
  return () => {
    for (const step of steps) step()
  }
})
