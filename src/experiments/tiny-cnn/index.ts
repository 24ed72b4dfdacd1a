/**
 * A small convolutional network on handwritten digits, trained while its layers are probed: gradients by
 * layer, how much of them is due to shared weights, and what the filters make of one picture.
 */
import {
  accuracy,
  Batches,
  Conv2d,
  type Dataset,
  divergence,
  layerStatistics,
  optimizers,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  initializerOptions,
  learningRate,
  makeDataset,
  seeds,
  weightScale,
} from '../shared/network-setup.ts'
import { tinyCnnMeasures } from './measures.ts'
import { makeTinyCnn, predictDelta, signals, type TinyCnn } from './network.ts'
import type { TinyCnnConfig, TinyCnnRecord } from './record.ts'
import { sharingGain } from './sharing.ts'

export const tinyCnn: Experiment<TinyCnnConfig, TinyCnnRecord> = {
  id: 'tiny-cnn',
  version: 1,
  parameters: {
    depth: { kind: 'number', min: 1, max: 20, step: 1, default: 4 },
    channels: { kind: 'number', min: 1, max: 12, step: 1, default: 6 },
    pooling: { kind: 'choice', options: ['none', 'max', 'average'], default: 'none' },
    activation: {
      kind: 'choice',
      options: ['sigmoid', 'tanh', 'relu', 'leakyRelu'],
      default: 'relu',
    },
    initializer: { kind: 'choice', options: initializerOptions, default: 'heNormal' },
    weightScale,
    optimizer: { kind: 'choice', options: ['momentum', 'sgd', 'adam'], default: 'momentum' },
    learningRate: learningRate(0.02),
    examples: { kind: 'number', min: 10, max: 1797, step: 1, default: 1000, scale: 'log' },
    batchSize: { kind: 'number', min: 1, max: 100, step: 1, default: 25, scale: 'log' },
    steps: { kind: 'number', role: 'duration', min: 0, max: 1000, step: 1, default: 150 },
    recordEvery: { kind: 'number', min: 1, max: 100, step: 1, default: 10 },
    example: { kind: 'number', min: 1, max: 1797, step: 1, default: 1 },
    ...seeds,
  },
  stepColumn: 'step',
  measures: tinyCnnMeasures,
  repeatSeed: 'weightSeed',
  needs: () => ['digits'],
  *run(config, data, observer) {
    const set = makeDataset({ ...config, dataset: 'digits' }, data)
    const batches = new Batches(set, config.batchSize, config.batchSeed)
    const net = makeTinyCnn(config, set.classes, batches.size)
    const { network, convolutions, output } = net
    const units = [...convolutions, output]
    const optimizer = optimizers[config.optimizer](network.parameters, config)
    const picture = exampleOf(set, config.example)
    observer?.data?.(
      { name: 'inputs', shape: [set.count, set.features], values: [...set.inputs] },
      { name: 'targets', shape: [set.count, set.classes], values: [...set.targets] },
    )
    observer?.parameters?.('initial', named(net))
    let [losses, right, count] = [0, 0, 0]
    for (let step = 0; step <= config.steps; step++) {
      batches.advance()
      observer?.batch?.([...batches.rows])
      const loss = yield* network.propagate(batches.inputs, batches.targets, batches.size)
      losses += loss
      right += accuracy(network.output, batches.targets, batches.size, set.classes)
      count++
      const isLast = step === config.steps
      if (isLast || step % config.recordEvery === 0 || !Number.isFinite(loss)) {
        const statistics = layerStatistics(units)
        const diverged = divergence(statistics, loss)
        yield {
          step,
          loss: losses / count,
          accuracy: right / count,
          ...statistics,
          ...(step === 0 && { picture: [...picture] }),
          ...(step === 0 &&
            config.pooling === 'none' && {
              predictedDelta: predictDelta(config, net, statistics, set),
            }),
          sharing: yield* sharing(net, batches),
          ...(yield* look(net, picture)),
          ...(diverged && { divergedLayer: diverged.layer, divergedQuantity: diverged.quantity }),
        }
        if (diverged) break
        losses = right = count = 0
      }
      if (!isLast) optimizer.step()
    }
    observer?.parameters?.('final', named(net))
  },
}

function exampleOf({ inputs, features, count }: Dataset, example: number): Float64Array {
  const at = Math.min(example, count) - 1
  return inputs.slice(at * features, (at + 1) * features)
}

function* sharing(net: TinyCnn, { inputs, size }: Batches): Generator<undefined, number[]> {
  const gains: number[] = []
  for (const { layer, signal } of signals(net, inputs, size)) {
    if (layer instanceof Conv2d) gains.push(sharingGain(layer, signal))
    yield
  }
  return gains
}

/** Runs one picture through; what the step's update needs stays as it is. */
function* look(net: TinyCnn, picture: Float64Array) {
  for (const _ of signals(net, picture, 1)) yield
  const mapsOf = (layer: Conv2d | undefined) => [
    ...(layer?.activation.subarray(0, layer.units) ?? []),
  ]
  return {
    filters: [...(net.convolutions[0]?.weight.value ?? [])],
    firstMaps: mapsOf(net.convolutions[0]),
    lastMaps: mapsOf(net.convolutions.at(-1)),
  }
}

const named = ({ network }: TinyCnn) =>
  network.parameters.map(({ name, shape, value }) => ({ name, shape, values: [...value] }))
