/**
 * Two linear layers learn a task that is made of modes: directions of the input, each to be answered by
 * a direction of the output with a strength s of its own. How strong each mode is so far is measured
 * beside what Saxe, McClelland and Ganguli (2014) predict for two layers that share every mode evenly.
 */
import {
  activations,
  DenseNetwork,
  finish,
  initializers,
  type Loss,
  losses,
  math,
  optimizers,
  stream,
} from '../../core/index.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { compose, directions, modesOf, multiply } from '../shared/linear-modes.ts'
import { named, seed } from '../shared/network-setup.ts'
import { linearModeMeasures } from './measures.ts'
import type { LinearModeConfig, LinearModeRecord } from './record.ts'

/** Half the squared distance, on outputs that do not bend. */
const squaredError: Loss = { ...losses.meanSquaredError, outputActivation: 'identity' }

export const linearMode: Experiment<LinearModeConfig, LinearModeRecord> = {
  id: 'linear-mode',
  version: 1,
  parameters: {
    strengths: { kind: 'list', length: [1, 4], min: 0.2, max: 5, step: 0.1, default: [3, 2, 1] },
    startSize: { kind: 'number', min: 1e-4, max: 0.3, step: 1e-4, default: 0.001, scale: 'log' },
    start: { kind: 'choice', options: ['aligned', 'random'], default: 'aligned' },
    learningRate: {
      kind: 'number',
      min: 0.0001,
      max: 0.1,
      step: 0.0001,
      default: 0.001,
      scale: 'log',
    },
    duration: { kind: 'number', role: 'duration', min: 0.5, max: 20, step: 0.5, default: 10 },
    dataSeed: seed(0),
    weightSeed: seed(0),
  },
  stepColumn: 'step',
  measures: linearModeMeasures,
  *run(config, _, observer) {
    const { strengths, startSize, learningRate, duration } = config
    const k = strengths.length
    const network = new DenseNetwork({
      inputs: k,
      hidden: [k],
      outputs: k,
      activation: activations.identity,
      loss: squaredError,
      batch: k,
    })
    const weights = network.parameters.filter(({ shape }) => shape.length === 2)
    const [first, second] = weights.map(({ value }) => value) as [Float64Array, Float64Array]
    const [into, out] = [directions(k, config.dataSeed, 0), directions(k, config.dataSeed, 1)]
    begin(config, first, second, into, out)

    // One example along each axis, √k long: over the examples, every input has mean square 1 and no two go together.
    const size = Math.sqrt(k)
    const inputs = Float64Array.from({ length: k * k }, (_, i) => (i % (k + 1) === 0 ? size : 0))
    const targets = compose(into, strengths, out, k).map((x) => size * x)
    observer?.data?.(table('inputs', k, inputs), table('targets', k, targets))
    observer?.parameters?.('initial', named(network))

    const optimizer = optimizers.sgd(weights, { learningRate }) // biases stay at 0
    const steps = Math.round(duration / learningRate)
    const every = Math.max(1, Math.floor(steps / 300))
    for (let step = 0; step <= steps; step++) {
      const loss = finish(network.propagate(inputs, targets, k))
      const time = step * learningRate
      if (step % every === 0 || step === steps) {
        const predicted = strengths.map((s) => learningCurve(s, startSize * startSize, time))
        yield {
          step,
          time,
          ...modesOf(multiply(second, first, k), into, out, k),
          predicted,
          loss,
          predictedLoss: lossOf(strengths, predicted),
        }
      } else if (step % 50 === 0) yield
      if (step < steps) optimizer.step()
    }
    observer?.parameters?.('final', named(network))
  },
}

/** u(t) = s e^{2st/τ}/(e^{2st/τ} − 1 + s/u₀) with τ = 1, divided above and below by e^{2st}, which may be infinite. */
function learningCurve(s: number, start: number, time: number): number {
  return s / (1 + (s / start - 1) * math.exp(-2 * s * time))
}

/** ½ Σ (s − u)². */
const lossOf = (strengths: readonly number[], u: readonly number[]) =>
  strengths.reduce((sum, s, i) => sum + (s - (u[i] as number)) * (s - (u[i] as number)), 0) / 2

function begin(
  { start, startSize, weightSeed, strengths }: LinearModeConfig,
  first: Float64Array,
  second: Float64Array,
  into: Float64Array,
  out: Float64Array,
): void {
  const k = strengths.length
  if (start === 'aligned') {
    const hidden = directions(k, weightSeed, 0, 'weights')
    const even = strengths.map(() => startSize)
    first.set(compose(hidden, even, into, k))
    second.set(compose(out, even, hidden, k))
  } else {
    const { fanIn } = initializers
    for (const [i, weight] of [first, second].entries())
      fanIn.fill(weight, k, k, startSize, stream(weightSeed, 'weights', i))
  }
}

const table = (name: string, k: number, values: Float64Array) => ({
  name,
  shape: [k, k],
  values: [...values],
})
