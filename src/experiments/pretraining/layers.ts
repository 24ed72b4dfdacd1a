/** Greedy pretraining: one layer at a time learns to give back what the layers below it make of the examples. */
import {
  activations,
  Batches,
  type Dataset,
  type DenseNetwork,
  losses,
  norm,
  optimizers,
  stream,
  TiedAutoencoder,
} from '../../core/index.ts'

export interface PretrainingSettings {
  readonly pretrainSteps: number
  readonly pretrainRate: number
  readonly recordEvery: number
  readonly batchSize: number
  readonly batchSeed: number
}

/** How a layer stands as an autoencoder, asked about pictures that it does not learn from. */
export interface LayerProgress {
  readonly layer: number
  /** Of its pretraining, counted from 0 for each layer. */
  readonly layerStep: number
  /** The share of the variance of the layer's input that its output misses. */
  readonly lost: number
  /** The first of those pictures, rebuilt from this layer's code through all layers below. */
  readonly rebuilt: readonly number[]
  /** First row only: the same pictures as they are. */
  readonly pictures?: readonly number[]
  /** ‖∂C/∂W‖ of the two roads, of the step's batch: through the code, and through the way back. */
  readonly wayThere: number
  readonly wayBack: number
}

/** How many of the pictures put aside are rebuilt. */
const shownPictures = 6

/** Examples at a time through a layer, so that no stretch of work is long. */
const slice = 100

/** The steps of one layer's pretraining at which there is a record. */
export function* recordedSteps({ pretrainSteps, recordEvery }: PretrainingSettings) {
  for (let step = 0; step < pretrainSteps; step += recordEvery) yield step
  yield pretrainSteps
}

type Encoder = TiedAutoencoder['encoder']

/** Trains the hidden layers, first to last, and tells how it goes. */
export function* pretrainLayers(
  network: DenseNetwork,
  examples: Pick<Dataset, 'inputs' | 'labels' | 'count'>,
  aside: Float64Array,
  settings: PretrainingSettings,
): Generator<LayerProgress | undefined> {
  const stack: TiedAutoencoder[] = []
  let [codes, asideCodes] = [examples.inputs, aside]
  for (const layer of network.layers.slice(0, -1)) {
    const autoencoder = new TiedAutoencoder({
      name: `layers.${stack.length}`,
      fanIn: layer.fanIn,
      fanOut: layer.fanOut,
      code: layer.act,
      output: activations.identity, // the loss takes logits
      batch: Math.max(slice, settings.batchSize),
    })
    const { encoder } = autoencoder
    copyParameters(layer, encoder)
    stack.push(autoencoder)
    // An autoencoder is a network whose target is its input.
    const same = { inputs: codes, targets: codes, features: encoder.fanIn, classes: encoder.fanIn }
    const batches = new Batches({ ...examples, ...same }, settings.batchSize, settings.batchSeed)
    const shown = asideCodes.subarray(0, shownPictures * encoder.fanIn)
    for (const progress of train(autoencoder, batches, settings)) {
      if (!progress) yield
      else {
        const isFirst = stack.length === 1 && progress.layerStep === 0
        yield {
          layer: stack.length - 1,
          ...progress,
          lost: yield* shareLost(autoencoder, asideCodes),
          rebuilt: rebuild(stack, shown),
          ...(isFirst && { pictures: [...shown] }),
        }
      }
    }
    copyParameters(encoder, layer)
    codes = yield* encode(encoder, codes)
    asideCodes = yield* encode(encoder, asideCodes)
  }
}

function copyParameters(from: Encoder, to: Encoder): void {
  to.weight.value.set(from.weight.value)
  to.bias.value.set(from.bias.value)
}

function* train(autoencoder: TiedAutoencoder, batches: Batches, settings: PretrainingSettings) {
  const { encoder } = autoencoder
  const optimizer = optimizers.sgd(autoencoder.parameters, { learningRate: settings.pretrainRate })
  const gradient = new Float64Array(batches.size * encoder.fanIn)
  const recorded = new Set(recordedSteps(settings))
  for (let layerStep = 0; layerStep <= settings.pretrainSteps; layerStep++) {
    if (layerStep > 0) optimizer.step()
    batches.advance()
    const { inputs, size } = batches
    const logits = autoencoder.forward(inputs, size)
    losses.binaryCrossEntropy.gradient(logits, inputs, gradient, size, encoder.fanIn)
    autoencoder.backward(gradient)
    yield recorded.has(layerStep) ? { layerStep, ...roads(autoencoder) } : undefined
  }
}

/** What the two roads give ∂C/∂W: all of it without the way back's is the way there's. */
function roads({ encoder, gradWayBack }: TiedAutoencoder) {
  const { fanIn, fanOut, weight } = encoder
  const there = weight.grad.map((whole, at) => {
    const turned = (at % fanIn) * fanOut + Math.floor(at / fanIn)
    return whole - (gradWayBack[turned] as number)
  })
  return { wayThere: norm(there), wayBack: norm(gradWayBack) }
}

/** Σ(x̃ − x)² over Σ(x − mean)²: 1 is no better than always giving the mean. */
function* shareLost(
  autoencoder: TiedAutoencoder,
  inputs: Float64Array,
): Generator<undefined, number> {
  const { fanIn } = autoencoder.encoder
  const count = inputs.length / fanIn
  const means = new Float64Array(fanIn)
  for (let i = 0; i < inputs.length; i++) {
    means[i % fanIn] = (means[i % fanIn] as number) + (inputs[i] as number) / count
  }
  let [missed, spread] = [0, 0]
  for (let start = 0; start < count; start += slice) {
    const rows = Math.min(slice, count - start)
    const part = inputs.subarray(start * fanIn, (start + rows) * fanIn)
    const logits = autoencoder.forward(part, rows)
    for (let i = 0; i < part.length; i++) {
      const x = part[i] as number
      const error = activations.sigmoid.value(logits[i] as number) - x
      const deviation = x - (means[i % fanIn] as number)
      missed += error * error
      spread += deviation * deviation
    }
    yield
  }
  return missed / spread
}

/** Down the stack: each layer's way back gives the code of the layer below, and the first gives pictures. */
function rebuild(stack: readonly TiedAutoencoder[], inputs: Float64Array): number[] {
  const top = stack.at(-1) as TiedAutoencoder
  let signal = top.encoder.forward(inputs, shownPictures)
  for (const autoencoder of stack.toReversed()) {
    const { fanIn } = autoencoder.encoder
    const logits = autoencoder.decode(signal, shownPictures)
    signal = logits.slice(0, shownPictures * fanIn).map((z) => activations.sigmoid.value(z))
  }
  return [...signal]
}

function* encode(encoder: Encoder, inputs: Float64Array): Generator<undefined, Float64Array> {
  const count = inputs.length / encoder.fanIn
  const codes = new Float64Array(count * encoder.fanOut)
  for (let start = 0; start < count; start += slice) {
    const rows = Math.min(slice, count - start)
    const part = inputs.subarray(start * encoder.fanIn, (start + rows) * encoder.fanIn)
    codes.set(
      encoder.forward(part, rows).subarray(0, rows * encoder.fanOut),
      start * encoder.fanOut,
    )
    yield
  }
  return codes
}

/** The same numbers in each hidden layer, in other places: their sizes stay, and what they had learned goes. */
export function shuffleLayers(network: DenseNetwork, seed: number): void {
  network.layers.slice(0, -1).forEach((layer, i) => {
    const draws = stream(seed, 'weights', 1000 + i)
    for (const { value } of layer.parameters) {
      const order = draws.permutation(value.length)
      value.set(Array.from(order, (from) => value[from] as number))
    }
  })
}
