/** The list of experiments: one line each, by id. The code of one is loaded when it is asked for. */
import type { Experiment } from './experiment.ts'

const experiments: Readonly<Record<string, () => Promise<Experiment>>> = {
  'gradient-flow': () =>
    import('../experiments/gradient-flow/index.ts').then((file) => file.gradientFlow),
  'chain-product': () =>
    import('../experiments/chain-product/index.ts').then((file) => file.chainProduct),
  'activation-plot': () =>
    import('../experiments/activation-plot/index.ts').then((file) => file.activationPlot),
  'saturated-neuron': () =>
    import('../experiments/saturated-neuron/index.ts').then((file) => file.saturatedNeuron),
  'saturated-layer': () =>
    import('../experiments/saturated-layer/index.ts').then((file) => file.saturatedLayer),
  'loss-slope': () => import('../experiments/loss-slope/index.ts').then((file) => file.lossSlope),
  'loss-duel': () => import('../experiments/loss-duel/index.ts').then((file) => file.lossDuel),
  'learning-rate-scan': () =>
    import('../experiments/learning-rate-scan/index.ts').then((file) => file.learningRateScan),
  'softmax-mixer': () =>
    import('../experiments/softmax-mixer/index.ts').then((file) => file.softmaxMixer),
  'softmax-classifier': () =>
    import('../experiments/softmax-classifier/index.ts').then((file) => file.softmaxClassifier),
  'activation-race': () =>
    import('../experiments/activation-race/index.ts').then((file) => file.activationRace),
  'dying-relu': () => import('../experiments/dying-relu/index.ts').then((file) => file.dyingRelu),
  'born-dead': () => import('../experiments/born-dead/index.ts').then((file) => file.bornDead),
  'signal-propagation': () =>
    import('../experiments/signal-propagation/index.ts').then((file) => file.signalPropagation),
  'phase-map': () => import('../experiments/phase-map/index.ts').then((file) => file.phaseMap),
  'linear-collapse': () =>
    import('../experiments/linear-collapse/index.ts').then((file) => file.linearCollapse),
  'linear-mode': () =>
    import('../experiments/linear-mode/index.ts').then((file) => file.linearMode),
  pretraining: () => import('../experiments/pretraining/index.ts').then((file) => file.pretraining),
  'depth-limit': () =>
    import('../experiments/depth-limit/index.ts').then((file) => file.depthLimit),
  'decision-boundary': () =>
    import('../experiments/decision-boundary/index.ts').then((file) => file.decisionBoundary),
  'linear-pieces': () =>
    import('../experiments/linear-pieces/index.ts').then((file) => file.linearPieces),
  'depth-width': () =>
    import('../experiments/depth-width/index.ts').then((file) => file.depthWidth),
  'tiny-cnn': () => import('../experiments/tiny-cnn/index.ts').then((file) => file.tinyCnn),
  'skip-connections': () =>
    import('../experiments/skip-connections/index.ts').then((file) => file.skipConnections),
  'optimizer-race': () =>
    import('../experiments/optimizer-race/index.ts').then((file) => file.optimizerRace),
  'practice-run': () =>
    import('../experiments/practice-run/index.ts').then((file) => file.practiceRun),
}

/** In the order of the list. */
export const experimentIds: readonly string[] = Object.keys(experiments)

export async function experimentById(id: string): Promise<Experiment> {
  const load = Object.hasOwn(experiments, id) ? experiments[id] : undefined
  if (load) return load()
  throw new Error(
    `no experiment is called "${id.slice(0, 40)}": expected one of ${experimentIds.join(', ')}`,
  )
}

/** All of them: for the command line and the tests. A page loads only those that it runs. */
export const allExperiments = (): Promise<readonly Experiment[]> =>
  Promise.all(experimentIds.map(experimentById))
