/** The list of experiments: one line each, by id. The code of one is loaded when it is asked for. */
import type { Experiment } from './experiment.ts'

const experiments: Readonly<Record<string, () => Promise<Experiment>>> = {
  'gradient-flow': () => import('./gradient-flow.ts').then((file) => file.gradientFlow),
  'chain-product': () => import('./chain-product.ts').then((file) => file.chainProduct),
  'activation-plot': () => import('./activation-plot.ts').then((file) => file.activationPlot),
  'saturated-neuron': () => import('./saturated-neuron.ts').then((file) => file.saturatedNeuron),
  'saturated-layer': () => import('./saturated-layer.ts').then((file) => file.saturatedLayer),
  'loss-slope': () => import('./loss-slope.ts').then((file) => file.lossSlope),
  'loss-duel': () => import('./loss-duel.ts').then((file) => file.lossDuel),
  'learning-rate-scan': () =>
    import('./learning-rate-scan.ts').then((file) => file.learningRateScan),
  'softmax-mixer': () => import('./softmax-mixer.ts').then((file) => file.softmaxMixer),
  'softmax-classifier': () =>
    import('./softmax-classifier.ts').then((file) => file.softmaxClassifier),
  'activation-race': () => import('./activation-race.ts').then((file) => file.activationRace),
  'dying-relu': () => import('./dying-relu.ts').then((file) => file.dyingRelu),
  'born-dead': () => import('./born-dead.ts').then((file) => file.bornDead),
  'signal-propagation': () =>
    import('./signal-propagation.ts').then((file) => file.signalPropagation),
  'phase-map': () => import('./phase-map.ts').then((file) => file.phaseMap),
  'linear-collapse': () => import('./linear-collapse.ts').then((file) => file.linearCollapse),
  'linear-mode': () => import('./linear-mode.ts').then((file) => file.linearMode),
  pretraining: () => import('./pretraining.ts').then((file) => file.pretraining),
  'depth-limit': () => import('./depth-limit.ts').then((file) => file.depthLimit),
  'decision-boundary': () => import('./decision-boundary.ts').then((file) => file.decisionBoundary),
  'linear-pieces': () => import('./linear-pieces.ts').then((file) => file.linearPieces),
  'depth-width': () => import('./depth-width.ts').then((file) => file.depthWidth),
  'tiny-cnn': () => import('./tiny-cnn.ts').then((file) => file.tinyCnn),
  'skip-connections': () => import('./skip-connections.ts').then((file) => file.skipConnections),
  'optimizer-race': () => import('./optimizer-race.ts').then((file) => file.optimizerRace),
  'practice-run': () => import('./practice-run.ts').then((file) => file.practiceRun),
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
