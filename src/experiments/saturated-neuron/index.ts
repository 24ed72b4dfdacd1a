/**
 * One sigmoid neuron that learns one thing: to answer `target` when it is shown `input`. Nielsen's
 * example of a learning slowdown (Nielsen 2015, ch. 3), run on the same network code as all others.
 */
import { activations, DenseNetwork, finish, losses, optimizers } from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { saturatedNeuronMeasures } from './measures.ts'
import type { SaturatedNeuronConfig, SaturatedNeuronRecord } from './record.ts'

const start = { kind: 'number', min: -8, max: 8, step: 0.1, default: 2 } as const

/** Two to the power −17: a step that is exact in binary and near the best for central differences. */
const nudge = 1 / 131072

export const saturatedNeuron: Experiment<SaturatedNeuronConfig, SaturatedNeuronRecord> = {
  id: 'saturated-neuron',
  version: 1,
  parameters: {
    weight: start,
    bias: start,
    input: { kind: 'number', min: -5, max: 5, step: 0.1, default: 1 },
    target: { kind: 'number', min: 0, max: 1, step: 0.05, default: 0 },
    loss: {
      kind: 'choice',
      options: ['meanSquaredError', 'binaryCrossEntropy'],
      default: 'meanSquaredError',
    },
    learningRate: {
      kind: 'number',
      min: 0.001,
      max: 100,
      step: 0.001,
      default: 0.15,
      scale: 'log',
    },
    steps: { kind: 'number', role: 'duration', min: 1, max: 2000, step: 1, default: 300 },
  },
  stepColumn: 'step',
  measures: saturatedNeuronMeasures,
  *run({ weight, bias, input, target, loss: lossId, learningRate, steps }) {
    const network = new DenseNetwork({
      inputs: 1,
      hidden: [],
      outputs: 1,
      activation: activations.sigmoid,
      loss: losses[lossId],
      batch: 1,
    })
    const { sigmoid } = activations
    const [layer] = network.layers as [DenseNetwork['layers'][number]]
    const [x, y] = [Float64Array.of(input), Float64Array.of(target)]
    const lossAt = (w: number) => {
      layer.weight.value[0] = w
      return finish(network.propagate(x, y, 1))
    }
    layer.weight.value[0] = weight
    layer.bias.value[0] = bias
    const optimizer = optimizers.sgd(network.parameters, { learningRate })
    for (let step = 0; step <= steps; step++) {
      const w = layer.weight.value[0] as number
      const probedGradient = (lossAt(w + nudge) - lossAt(w - nudge)) / (2 * nudge)
      const loss = lossAt(w)
      const preActivation = layer.preActivation[0] as number
      const activation = sigmoid.value(preActivation) // cross-entropy's network ends at z
      yield {
        step,
        weight: w,
        bias: layer.bias.value[0] as number,
        preActivation,
        activation,
        slope: sigmoid.derivative(preActivation),
        error: activation - target,
        delta: layer.delta[0] as number,
        loss,
        weightGradient: layer.weight.grad[0] as number,
        probedGradient,
      }
      if (step < steps) optimizer.step()
    }
  },
}
