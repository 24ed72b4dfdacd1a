/** The list of experiments: one line each. */
import { activationPlot } from './activation-plot.ts'
import { activationRace } from './activation-race.ts'
import { bornDead } from './born-dead.ts'
import { chainProduct } from './chain-product.ts'
import { dyingRelu } from './dying-relu.ts'
import type { Experiment } from './experiment.ts'
import { gradientFlow } from './gradient-flow.ts'
import { learningRateScan } from './learning-rate-scan.ts'
import { lossDuel } from './loss-duel.ts'
import { lossSlope } from './loss-slope.ts'
import { optimizerRace } from './optimizer-race.ts'
import { saturatedLayer } from './saturated-layer.ts'
import { saturatedNeuron } from './saturated-neuron.ts'
import { skipConnections } from './skip-connections.ts'
import { softmaxClassifier } from './softmax-classifier.ts'
import { softmaxMixer } from './softmax-mixer.ts'

export const experiments: readonly Experiment[] = [
  gradientFlow,
  chainProduct,
  activationPlot,
  saturatedNeuron,
  saturatedLayer,
  lossSlope,
  lossDuel,
  learningRateScan,
  softmaxMixer,
  softmaxClassifier,
  activationRace,
  dyingRelu,
  bornDead,
  skipConnections,
  optimizerRace,
]

export function experimentById(id: string): Experiment {
  const found = experiments.find((experiment) => experiment.id === id)
  if (!found) {
    const known = experiments.map((experiment) => experiment.id).join(', ')
    throw new Error(`no experiment is called "${id.slice(0, 40)}": expected one of ${known}`)
  }
  return found
}
