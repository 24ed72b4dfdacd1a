/** ConvNetJS, which takes examples one by one and updates the weights after each batch. */
import { createRequire } from 'node:module'
import { examples, learningRate, serveTasks } from './contender.mjs'

const { Net, Trainer, Vol } = createRequire(import.meta.url)('convnetjs/build/convnet.js')

await serveTasks(({ sizes, batch }, activation) => {
  const { inputs, labels } = examples(sizes, batch)
  const net = new Net()
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation })),
    { type: 'softmax', num_classes: sizes.at(-1) },
  ])
  const trainer = new Trainer(net, {
    method: 'sgd',
    learning_rate: learningRate,
    momentum: 0,
    l2_decay: 0,
    batch_size: batch,
  })
  const volumes = labels.map(
    (_, i) => new Vol(Array.from(inputs.subarray(i * sizes[0], (i + 1) * sizes[0]))),
  )
  return () => {
    volumes.forEach((volume, i) => {
      trainer.train(volume, labels[i])
    })
  }
})
