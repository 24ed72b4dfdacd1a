/** Measures of records written by hand, with numbers that can be checked in one's head. */
import { describe, expect, test } from 'vitest'
import { activationPlot } from '../../src/experiments/activation-plot/index.ts'
import { depthWidthMeasures } from '../../src/experiments/depth-width/measures.ts'
import type { DepthWidthConfig } from '../../src/experiments/depth-width/record.ts'
import { dyingReluMeasures } from '../../src/experiments/dying-relu/measures.ts'
import { gradientFlowMeasures } from '../../src/experiments/gradient-flow/measures.ts'
import { learningRateScan } from '../../src/experiments/learning-rate-scan/index.ts'
import { linearCollapseMeasures } from '../../src/experiments/linear-collapse/measures.ts'
import { linearModeMeasures } from '../../src/experiments/linear-mode/measures.ts'
import type { LinearModeConfig } from '../../src/experiments/linear-mode/record.ts'
import { lossDuelMeasures } from '../../src/experiments/loss-duel/measures.ts'
import { optimizerRace } from '../../src/experiments/optimizer-race/index.ts'
import { phaseMapMeasures } from '../../src/experiments/phase-map/measures.ts'
import { practiceRunMeasures } from '../../src/experiments/practice-run/measures.ts'
import { pretrainingMeasures } from '../../src/experiments/pretraining/measures.ts'
import { saturatedLayerMeasures } from '../../src/experiments/saturated-layer/measures.ts'
import { saturatedNeuronMeasures } from '../../src/experiments/saturated-neuron/measures.ts'
import { signalPropagationMeasures } from '../../src/experiments/signal-propagation/measures.ts'
import { skipConnectionsMeasures } from '../../src/experiments/skip-connections/measures.ts'
import { softmaxClassifierMeasures } from '../../src/experiments/softmax-classifier/measures.ts'
import { softmaxMixerMeasures } from '../../src/experiments/softmax-mixer/measures.ts'
import { tinyCnnMeasures } from '../../src/experiments/tiny-cnn/measures.ts'

/** A measure reads some columns of some records; the rest of a record is left out here. */
type Measures = Readonly<Record<string, unknown>>
type Given = Readonly<Record<string, unknown>>

function expectMeasures(
  measures: Measures,
  records: readonly Given[],
  expected: Readonly<Record<string, number>>,
  config: Given = {},
): void {
  for (const [name, value] of Object.entries(expected)) {
    const measure = measures[name] as (records: readonly Given[], config: Given) => number
    if (Number.isNaN(value)) expect(measure(records, config), name).toBeNaN()
    else expect(measure(records, config), name).toBeCloseTo(value, 12)
  }
}

/** Losses of which only the last five have the mean 3, and only the last four the mean 3.5. */
const losses = [90, 70, 1, 2, 3, 4, 5]

describe('gradient flow', () => {
  /** Three hidden layers and the output layer, which no measure may read. */
  const start = {
    step: 0,
    loss: 90,
    accuracy: 0.1,
    deltaNorm: [0.01, 0.2, 4, 1000],
    predictedDelta: [0.25, 1, 4],
    biasGradientNorm: [2, 7, 10, 1000],
    updateRatio: [0.001, 0.5, 0.01, 1000],
    saturatedFraction: [0.2, 0.3, 0.7, 1],
  }
  const later = losses.slice(1).map((loss, i) => ({ ...start, step: i + 1, loss, accuracy: 0.9 }))

  test('compares the first hidden layer with the last, at the start', () =>
    expectMeasures(gradientFlowMeasures, [start, ...later], {
      weakening: 400,
      growth: 1 / 400,
      factor: 1 / 20, // 0.01 → 4 in two steps: √400
      predictedFactor: 1 / 4,
      biasGradientRatio: 5,
      firstLayerUpdate: 0.001,
      lastLayerUpdate: 0.01,
      stepsToMoveFirstLayer: 1000,
      stepsToMoveLastLayer: 100,
      updateImbalance: 10,
      saturatedShare: 0.4,
    }))

  test('averages the last five losses', () =>
    expectMeasures(gradientFlowMeasures, [start, ...later], {
      firstLoss: 90,
      lastLoss: 5,
      endLoss: 3,
      lastAccuracy: 0.9,
      divergedAt: -1,
    }))

  test('of a lone layer nothing is left out, and a run shorter than five is averaged whole', () => {
    const alone = { ...start, deltaNorm: [0.5, 1000], predictedDelta: [0.5], loss: 4 }
    expectMeasures(gradientFlowMeasures, [alone, { ...alone, loss: 8 }], {
      factor: 1,
      predictedFactor: 1,
      weakening: 1,
      endLoss: 6,
    })
  })

  test('says where a run diverged', () =>
    expectMeasures(gradientFlowMeasures, [start, { ...start, step: 7, divergedQuantity: 'loss' }], {
      divergedAt: 7,
    }))
})

test('skip connections: all layers are hidden ones', () => {
  const start = {
    step: 0,
    deltaNorm: [8, 4, 2],
    predictedDelta: [9, 3, 1],
    size: [1, 2, 6],
    directions: [30, 20, 10],
    accuracy: 0.75,
  }
  const records = losses.map((loss, step) => ({ ...start, step, loss }))
  expectMeasures(skipConnectionsMeasures, records, {
    weakening: 1 / 4,
    growth: 4,
    predictedGrowth: 9,
    factor: 2,
    predictedFactor: 3,
    swelling: 6,
    firstDirections: 30,
    lastDirections: 10,
    firstLoss: 90,
    lastLoss: 5,
    endLoss: 3,
    percentWrong: 25,
    divergedAt: -1,
  })
  expectMeasures(skipConnectionsMeasures, [{ ...start, step: 3, divergedQuantity: 'loss' }], {
    divergedAt: 3,
  })
})

test('tiny CNN: the output layer is left out, and the last four batches are averaged', () => {
  const start = { deltaNorm: [1, 3, 9, 1000], predictedDelta: [1, 4, 16], sharing: [5, 2, 7, 3] }
  const records = losses.map((loss) => ({ ...start, loss, accuracy: loss / 10 }))
  expectMeasures(tinyCnnMeasures, records, {
    weakening: 9,
    factor: 1 / 3,
    predictedFactor: 1 / 4,
    firstSharing: 5,
    lastSharing: 3,
    leastSharing: 2,
    mostSharing: 7,
    lastLoss: 3.5,
    lastPercentRight: 35,
  })
})

test('tiny CNN: of a lone convolution nothing is left out', () =>
  expectMeasures(tinyCnnMeasures, [{ deltaNorm: [5, 1000], predictedDelta: [5] }], {
    ...{ weakening: 1, factor: 1, predictedFactor: 1 },
  }))

test('skip connections and pretraining: the same of a lone layer', () => {
  expectMeasures(skipConnectionsMeasures, [{ deltaNorm: [5], predictedDelta: [5] }], {
    ...{ weakening: 1, growth: 1, factor: 1, predictedFactor: 1 },
  })
  expectMeasures(pretrainingMeasures, [{ phase: 'labels', deltaNorm: [5, 1000] }], {
    ...{ weakening: 1, factor: 1 },
  })
})

test('loss duel: δ of layer 1 and of the output, beside a − y', () => {
  const record = (step: number, error: number) => ({
    step,
    error,
    loss: 1 - step / 100,
    outputError: 0.5,
    deltaNorm: [0.02, 7, 0.1],
  })
  const records = [record(0, 0.9), record(10, 0.11), record(20, 0.1), record(30, 0.05)]
  expectMeasures(lossDuelMeasures, records, {
    outputError: 0.5,
    outputDelta: 0.1,
    hiddenDelta: 0.02,
    outputFactor: 0.2,
    outputPercent: 20,
    weakening: 5,
    firstError: 0.9,
    lastError: 0.05,
    lastPercentWrong: 5,
    tenthAt: 20,
    firstLoss: 1,
    lastLoss: 0.7,
    divergedAt: -1,
  })
  expectMeasures(lossDuelMeasures, records.slice(0, 2), { tenthAt: -1 })
  const fled = { ...record(40, 1), divergedQuantity: 'loss' }
  expectMeasures(lossDuelMeasures, [...records, fled], { divergedAt: 40 })
})

test('linear mode: half the strength is reached between the records around it', () => {
  const config: Given = {
    strengths: [4, 2],
    startSize: 1,
    learningRate: 0.1,
  } satisfies Partial<LinearModeConfig>
  const record = (time: number, strength: readonly number[], crosstalk: number) => ({
    time,
    strength,
    predicted: strength.map((u, i) => (i === 0 ? u * 2 : u)),
    crosstalk,
    loss: 5 - time,
  })
  const records = [record(0, [1, 1], 0.1), record(2, [1.5, 1.2], 0.3), record(4, [3.5, 1.9], 0.2)]
  expectMeasures(
    linearModeMeasures,
    records,
    {
      stepsToHalf1: 25, // 2 is a quarter of the way from 1.5 (t = 2) to 3.5 (t = 4): t = 2.5
      stepsToHalf2: 0, // at half already
      predictedSteps1: (10 * Math.log(3)) / 8, // (1/2s) ln(s/u₀ − 1) with s = 4 and u₀ = 1
      predictedSteps2: 0,
      curveError: 0.5,
      crosstalk: 0.3,
      lastLoss: 1,
    },
    config,
  )
  const never = linearModeMeasures.stepsToHalf1(
    records.slice(0, 2) as never,
    config as LinearModeConfig,
  )
  expect(never).toBeNaN()
  expectMeasures(
    linearModeMeasures,
    records,
    { halfRiseError: 2.5 / (Math.log(3) / 8) - 1 },
    { ...config, strengths: [4] },
  )
})

test('phase map: where the factor crosses 1, row by row, beside theory’s line', () => {
  const record = (weightScale: number, biasScale: number, factor: number, predicted: number) => ({
    ...{ weightScale, biasScale, factor, predicted },
  })
  const [first, ...others] = [
    record(1, 0.5, 0.5, 0.5),
    record(2, 0.5, 1.5, 1), // crosses half-way: σ_w = 1.5
    record(3, 0.5, 1.8, 2),
    record(1, 1.5, 0.8, 0.8),
    record(2, 1.5, 0.9, 1),
    record(3, 1.5, 1.3, 1), // a quarter of the way from 2 to 3: σ_w = 2.25
    record(1, 2.5, 0.2, 0.2), // and this row stays below 1
    record(2, 2.5, 0.3, 0.3),
    record(3, 2.5, 0.4, 0.4),
  ]
  const line = { criticalWeights: [1, 2, 3], criticalBiases: [0, 1, 2] } // σ_w = 1 + σ_b
  expectMeasures(
    phaseMapMeasures,
    [{ ...first, ...line }, ...others],
    {
      smallest: 0.2,
      largest: 1.8,
      percentOff: 0, // of 0, 50, 10, 0, 10, 30, 0, 0 and 0 the middle one
      rowsCrossed: 2,
      linePercentOff: 5, // 1.5 on the line of 1.5, 2.25 beside 2.5: 0 and 10 %
      lineAtBottom: 1.5,
      lineAtTop: 2.25,
      points: 9,
    },
    { resolution: 3 },
  )
})

test('depth and width: medians over the trainings at a point of the sweep', () => {
  const record = (depth: number, examples: number, trainError: number, testError: number) => ({
    ...{ depth, examples, trainError, testError, trainLoss: 2 * trainError },
    ...{ testLoss: 2 * testError, width: 100 / depth, parameters: 1000 + depth },
  })
  const records = [
    record(2, 25, 0.1, 0.5),
    record(2, 50, 0.2, 0.6),
    record(2, 25, 0.6, 0.9),
    record(4, 25, 0, 0.25),
  ]
  const depths: Pick<DepthWidthConfig, 'across'> = { across: 'depths' }
  const expected = {
    trainPercentAt2: 20,
    testPercentAt2: 60,
    gapPercentAt2: 40,
    trainLossAt2: 0.4,
    testPercentAt4: 25,
    gapPercentAt4: 25,
    narrowest: 25,
    widest: 50,
    fewestParameters: 1002,
    mostParameters: 1004,
  }
  expectMeasures(depthWidthMeasures, records, expected, depths)
  const sizes = { trainPercentAt25: 10, testPercentAt25: 50, trainPercentAt50: 20 }
  expectMeasures(depthWidthMeasures, records, sizes, { across: 'sizes' })
})

test('dying ReLU: means over the layers, and units that came back', () => {
  const record = (offShare: readonly number[], deadShare: readonly number[]) => ({
    offShare,
    deadShare,
    loss: 0.5,
    accuracy: 0.75,
    learnedSlope: [0.25, 0.1, 0.4],
  })
  const records = [
    record([0, 0.2], [0, 0.4]),
    record([0.5, 0.9], [0.5, 0]),
    record([0.25, 0.25], [0.375, 0.125]),
  ]
  expectMeasures(dyingReluMeasures, records, {
    firstOff: 0.1,
    lastOff: 0.25,
    mostOff: 0.7,
    lastDead: 0.25,
    lastLoss: 0.5,
    lastAccuracy: 0.75,
    revivedInFirstLayer: 0.125,
    leastSlope: 0.1,
    greatestSlope: 0.4,
    firstSlope: 0.25,
  })
  expectMeasures(dyingReluMeasures, records.slice(0, 2), { revivedInFirstLayer: 0 })
})

test('softmax classifier: right answers, and the surest of the wrong ones', () => {
  const labels = [0, 1, 2, 1]
  const outputs = [0.7, 0.2, 0.1, 0.5, 0.3, 0.2, 0.6, 0.2, 0.2, 0.1, 0.8, 0.1]
  const records = [
    {
      loss: 1.1,
      labels,
      outputs: labels.flatMap(() => [0.4, 0.3, 0.2]), // answers 0 always, and sums to 0.9
      ...{ pull: [0.1, 0.6, 0.3], push: [0.3, 0.2, 0.4] },
      ...{ outputLayerError: 1e-9, hiddenLayerError: 2e-9, outerProductError: 3e-9 },
    },
    { loss: 0.5, outputs, pull: [0.2, 0.1, 0.1], push: [0.1, 0.3, 0.2] },
  ]
  expectMeasures(softmaxClassifierMeasures, records, {
    firstLoss: 1.1,
    lastLoss: 0.5,
    firstAccuracy: 0.25,
    lastAccuracy: 0.5,
    mistakes: 2,
    surestMistake: 3,
    surestMistakeOutput: 0.6,
    sumError: 0.1,
    outputLayerError: 1e-9,
    hiddenLayerError: 2e-9,
    outerProductError: 3e-9,
    firstPull: 0.6,
    firstPush: 0.4,
    leastFirstPush: 0.2,
    lastPull: 0.2,
    lastPush: 0.3,
  })
})

test('softmax mixer: the true class, the others, and the sums', () => {
  const record = {
    output: [0.5, 0.25, 0.25],
    sigmoid: [0.9, 0.5, 0.4],
    bare: [0.5, Number.NaN, Infinity],
    label: 1,
    loss: Math.log(4) + 0.5,
    gradient: [0.5, -0.75, 0.25],
    nudged: [0.5, -0.5, 0.125],
    jacobian: [1, -3, 0.5, 0, 0, 0, 0.5, 0.5, 0],
  }
  expectMeasures(softmaxMixerMeasures, [record], {
    outputSum: 1,
    sigmoidSum: 1.8,
    output1: 0.5,
    output2: 0.25,
    output3: 0.25,
    output4: Number.NaN,
    largestOutput: 0.5,
    trueOutput: 0.25,
    mostOther: 0.5,
    leastOther: 0.125,
    othersTogether: 0.625,
    trueGradient: -0.5,
    formulaError: 0.25,
    likelihoodError: 0.5,
    gradientSum: 0,
    rowSum: 1.5,
    sharedSlope: -0.5,
    lostByBareFormula: 2,
  })
})

test('pretraining: the two phases, and the end of each layer’s', () => {
  const layer = (step: number, layer: number, lost: number) => ({
    ...{ phase: 'pretraining', step, layer, lost, wayThere: lost / 2, wayBack: 1 - lost },
  })
  const labels = (labelStep: number, loss: number, accuracy: number) => ({
    ...{ phase: 'labels', step: 40 + labelStep, labelStep, loss, accuracy },
  })
  const records = [
    layer(0, 0, 1),
    layer(10, 0, 0.5),
    layer(20, 0, 0.2),
    layer(30, 1, 0.8),
    layer(40, 1, 0.4),
    { ...labels(0, 2.3, 0.1), deltaNorm: [0.1, 0.3, 0.9, 1000] },
    labels(10, 1, 0.89),
    labels(20, 0.5, 0.9),
    labels(30, 0.4, 0.95),
  ]
  expectMeasures(pretrainingMeasures, records, {
    firstLoss: 2.3,
    lastLoss: 0.4,
    firstAccuracy: 0.1,
    lastAccuracy: 0.95,
    lastPercentRight: 95,
    stepsToNinety: 20,
    firstDelta: 0.1,
    lastDelta: 0.9,
    factor: 1 / 3,
    weakening: 9,
    firstLayerPercentLost: 20,
    lastLayerPercentLost: 40,
    untrainedLost: 1,
    firstWayThere: 0.5,
    firstWayBack: 0,
    lastWayThere: 0.1,
    lastWayBack: 0.8,
  })
  expectMeasures(pretrainingMeasures, records.slice(0, 7), { stepsToNinety: Infinity })
})

test('saturated layer: the flattest third of the units and the steepest', () => {
  const start = { loss: 2, accuracy: 0.1, saturated: [0, 0.5, 1, 0.5, 0.25, 0.75] }
  const steepness = [0.9, 0.1, 0.5, 0.2, 0.6, 0.8]
  const moved = [10, 1, 5, 3, 6, 8] // of the flattest two 1 and 3, of the steepest two 8 and 10
  const records = [
    { ...start, steepness, moved: [0, 0, 0, 0, 0, 0] },
    { ...start, loss: 1, accuracy: 0.7, steepness: [1, 1, 1, 1, 1, 1], moved },
  ]
  expectMeasures(saturatedLayerMeasures, records, {
    saturatedShare: 0.5,
    movedFlattest: 2,
    movedSteepest: 9,
    movedMedian: 5.5,
    advantage: 4.5,
    leastSteepness: 0.1,
    firstLoss: 2,
    lastLoss: 1,
    lastAccuracy: 0.7,
  })
})

test('saturated neuron: the steepest step, and the step at half', () => {
  const record = (step: number, error: number, delta: number) => ({
    ...{ step, error, delta, activation: error, slope: delta / error, loss: error * error },
    ...{ weightGradient: 2, probedGradient: step === 100 ? 1 : 2 },
  })
  const records = [
    record(0, 0.9, 0.1),
    record(50, 0.6, -0.3),
    record(100, 0.5, 0.2),
    record(150, 0.25, 0.1),
  ]
  expectMeasures(saturatedNeuronMeasures, records, {
    outputAt0: 0.9,
    outputAt50: 0.6,
    outputAt100: 0.5,
    outputAt150: 0.25,
    outputAt200: Number.NaN,
    firstError: 0.9,
    firstDelta: 0.1,
    firstSlope: 1 / 9,
    firstLoss: 0.81,
    lastLoss: 0.0625,
    lastDelta: 0.1,
    largestDelta: 0.3,
    fastestStep: 50,
    stepsToHalfway: 150,
    gradientError: 0.5,
  })
})

test('signal propagation: factors from layer to layer, forward and back', () => {
  const record = {
    preActivation: [1, 2, 4],
    preActivationPredicted: [1, 3, 9],
    activation: [0.5, 0.25, 0.125],
    delta: [0.04, 0.2, 1],
    deltaPredicted: [0.01, 0.1, 1],
    saturatedFraction: [0, 0.5, 1],
  }
  expectMeasures(signalPropagationMeasures, [record], {
    forwardFactor: 2,
    forwardPredicted: 3,
    backwardFactor: 1 / 5,
    backwardPredicted: 1 / 10,
    firstSize: 1,
    lastSize: 4,
    firstSizePredicted: 1,
    lastSizePredicted: 9,
    firstActivation: 0.5,
    lastActivation: 0.125,
    firstDelta: 0.04,
    lastDelta: 1,
    saturatedShare: 0.5,
  })
})

test('linear collapse: parameters of all layers, and of the one matrix', () =>
  expectMeasures(
    linearCollapseMeasures,
    [
      {
        ...{ difference: 0.1, bend: 0.2, weights: [1, 2, 3, 4, 5, 6, 7, 8], biases: [1, 2, 3, 4] },
        ...{ matrix: [1, 2, 3, 4], constant: [1, 2] },
      },
    ],
    { difference: 0.1, bend: 0.2, parameters: 12, collapsedParameters: 6 },
  ))

test('practice run: the lower median over the steps, by layer', () => {
  const record = (step: number, first: number, last: number) => ({
    ...{
      step,
      loss: 3 - step,
      gradientNorm: [first, 77, last],
      updateRatio: [first / 10, 7, last],
    },
    ...{ saturated: [0, 0, 0], dead: [0, 0, 0] },
  })
  const records = [record(0, 0.2, 2), record(1, 0.1, 8), record(2, 0.4, 4), record(3, 0.3, 6)]
  expectMeasures(practiceRunMeasures, records, {
    firstLoss: 3,
    lastLoss: 0,
    weakening: 20,
    growth: 1 / 20,
    firstLayerUpdate: 0.02,
    lastLayerUpdate: 4,
  })
})

test('optimizer race: the factor of the second half, and the last step outside a hundredth', () => {
  const distances = [100, 50, 0.5, 8, 4, 2, 1]
  const records = distances.map((distance, step) => ({ step, distance }))
  // The middle record is the fourth, with 8 at step 3; 1 follows three steps later.
  expectMeasures(optimizerRace.measures, records, {
    factor: 1 / 2,
    stepsToHundredth: 6,
    lastDistance: 1,
  })
  expectMeasures(optimizerRace.measures, records.slice(0, 6), { stepsToHundredth: -1 })
})

test('learning-rate scan: the smallest error, at the smallest rate that has it', () => {
  const rates = [0.1, 1, 3, 10].map((learningRate, i) => ({
    learningRate,
    error: [0.9, 0.25, 0.2, 0.2][i],
  }))
  expectMeasures(learningRateScan.measures, rates, {
    bestError: 0.2,
    bestRate: 3,
    bestPercentWrong: 20,
    percentWrongAtOne: 25,
  })
})

test('activation plot: what is saturated, and how flat it is at the point', () => {
  const record = {
    ...{ z: [-4, 0, 6], derivative: [0.01, -0.5, 0.02], saturated: [-4, -3, 2, 6] },
    ...{ pointZ: 1, pointValue: 0.7, pointDerivative: -0.1 },
  }
  expectMeasures(activationPlot.measures, [record], {
    valueAtPoint: 0.7,
    slopeAtPoint: -0.1,
    steepest: 0.5,
    flattening: 5,
    unsaturatedWidth: 5,
    saturatedFrom: 2,
  })
})
