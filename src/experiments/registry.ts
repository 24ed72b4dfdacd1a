/** The list of experiments: one line each. */
import { activationPlot } from './activation-plot.ts'
import { activationRace } from './activation-race.ts'
import { bornDead } from './born-dead.ts'
import { chainProduct } from './chain-product.ts'
import { decisionBoundary } from './decision-boundary.ts'
import { depthLimit } from './depth-limit.ts'
import { depthWidth } from './depth-width.ts'
import { dyingRelu } from './dying-relu.ts'
import type { Experiment } from './experiment.ts'
import { gradientFlow } from './gradient-flow.ts'
import { learningRateScan } from './learning-rate-scan.ts'
import { linearCollapse } from './linear-collapse.ts'
import { linearMode } from './linear-mode.ts'
import { linearPieces } from './linear-pieces.ts'
import { lossDuel } from './loss-duel.ts'
import { lossSlope } from './loss-slope.ts'
import { practiceRun } from './practice-run.ts'
import { pretraining } from './pretraining.ts'
import { saturatedLayer } from './saturated-layer.ts'
import { saturatedNeuron } from './saturated-neuron.ts'
import { signalPropagation } from './signal-propagation.ts'
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
  signalPropagation,
  linearCollapse,
  linearMode,
  pretraining,
  depthLimit,
  decisionBoundary,
  linearPieces,
  depthWidth,
  practiceRun,
]

export function experimentById(id: string): Experiment {
  const found = experiments.find((experiment) => experiment.id === id)
  if (!found) {
    const known = experiments.map((experiment) => experiment.id).join(', ')
    throw new Error(`no experiment is called "${id.slice(0, 40)}": expected one of ${known}`)
  }
  return found
}
