/**
 * A training log's verdict, by layer and for the run. Few rules, in a stated order: the first that
 * holds is the verdict, so a cause stands before what follows from it.
 */
import { limits, type Verdict, verdicts } from './limits.ts'
import type { TrainingLog } from './log.ts'
import { type LayerSummary, type LogSummary, summarizing } from './summary.ts'

/** Why a verdict was given: most have one reason, called as they are; the wrong scale is too large or too small. */
export type Reason =
  | Exclude<Verdict, 'wrongScale'>
  | 'tooLarge'
  | 'tooSmall'
  | 'mostlyDead'
  | 'rising'
  | 'flat'
  | 'lossNonFinite'
  | 'alone'

/** `reason` names the sentence that explains it; `numbers` and `layer` go into it. */
export interface Finding {
  readonly verdict: Verdict
  readonly reason: Reason
  /** By name; the run's finding names the layer that it goes by. */
  readonly layer: string
  readonly numbers: Readonly<Record<string, number>>
}

export interface Diagnosis {
  readonly layers: readonly Finding[]
  readonly run: Finding
  /** What was wrong before the numbers ran out. */
  readonly before?: Verdict
}

export function diagnose(log: TrainingLog): Diagnosis {
  const steps = diagnosing(log)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, pausing now and then. */
export function* diagnosing(log: TrainingLog): Generator<undefined, Diagnosis> {
  const summary = yield* summarizing(log)
  const factor = factorPerLayer(summary.layers)
  const sound = summary.layers.map((_, i) => judge(i, summary.layers, factor))
  const broken = whereBroken(log, summary)
  const run = worst(sound) ?? byLoss(summary) ?? sound.at(-1) ?? finding('healthy', undefined)
  if (!broken) return { layers: sound, run }
  const layers = sound.map((found, i) => {
    const { brokenAt, name } = summary.layers[i] as LayerSummary
    const step = log.steps[brokenAt]
    return step === undefined ? found : finding('nonFinite', { name }, { step })
  })
  return { layers, run: broken, ...(run.verdict !== 'healthy' && { before: run.verdict }) }
}

/** One layer among the others, by its finite numbers; `factor` is what a layer leaves of the next one's gradient. */
function judge(at: number, all: readonly LayerSummary[], factor: number): Finding {
  const layer = all[at] as LayerSummary
  const last = all.at(-1) as LayerSummary
  const { gradientNorm: norm, updateRatio: update, saturated, dead } = layer.medians
  const weaker = last.medians.gradientNorm / norm
  const stronger = norm / last.medians.gradientNorm
  const product = power(factor, all.length - 1 - at)
  const numbers = { norm, weaker, stronger, factor, update, saturated, dead }
  const say = (verdict: Verdict, reason?: Reason) => finding(verdict, layer, numbers, reason)
  if (stronger >= limits.far && product * product >= stronger) return say('exploding')
  if (update >= limits.usualUpdate * limits.far) return say('tooFast')
  if (stronger >= limits.far) return say('wrongScale')
  if (norm > 0 && weaker >= limits.far && product * product * weaker > 1) {
    return say('wrongScale', 'tooSmall')
  }
  if (norm === 0 && !isUnderflow(at, all)) return say('dead')
  if (dead >= limits.saturated) return say('dead', 'mostlyDead')
  if (saturated >= limits.saturated) return say('saturated')
  if (weaker >= limits.far) return say('vanishing')
  if (update <= limits.usualUpdate / limits.far) return say('tooSlow')
  return say('healthy', all.length > 1 ? 'healthy' : 'alone')
}

/**
 * What a layer leaves of the next one's gradient, by the median over the layers. Vanishing and
 * exploding are products: raised to the number of layers between, this factor must account for at
 * least half of what is lost or gained, in powers of ten. If not, layers are level and the scale is wrong.
 */
function factorPerLayer(all: readonly LayerSummary[]): number {
  const norms = all.map(({ medians }) => medians.gradientNorm)
  const factors = norms
    .slice(0, -1)
    .map((norm, i) => norm / (norms[i + 1] as number))
    .filter((factor) => factor > 0 && factor < Infinity)
    .sort((a, b) => a - b)
  const middle = (factors.length - 1) / 2
  const [low = 1, high = low] = [factors[Math.floor(middle)], factors[Math.ceil(middle)]]
  return Math.sqrt(low) * Math.sqrt(high)
}

function power(base: number, exponent: number): number {
  let product = 1
  for (let i = 0; i < exponent; i++) product *= base
  return product
}

/** The nearest layer behind that has a gradient has next to none. */
function isUnderflow(at: number, all: readonly LayerSummary[]): boolean {
  const behind = all.slice(at).find(({ medians }) => medians.gradientNorm > 0)
  return behind !== undefined && behind.medians.gradientNorm < limits.underflow
}

/** The first verdict in the list that a layer has; a few slow layers do not make a slow run. */
function worst(layers: readonly Finding[]): Finding | undefined {
  const order = verdicts.slice(0, -1)
  const isTold = (verdict: Verdict) => {
    const count = layers.filter((one) => one.verdict === verdict).length
    return verdict === 'tooSlow' ? count * 2 >= layers.length : count > 0
  }
  const verdict = order.find(isTold)
  return layers.find((one) => one.verdict === verdict)
}

/** For want of update ratios: what the loss says where every layer's gradient is as it should be. */
function byLoss({ layers, loss: { first, last } }: LogSummary): Finding | undefined {
  const share = last / first
  const numbers = { first, last, percent: 100 * (1 - share) }
  if (!(first > 0)) return undefined
  if (share > limits.risen) return finding('tooFast', layers.at(-1), numbers, 'rising')
  if (share > limits.flat) return finding('tooSlow', layers.at(-1), numbers, 'flat')
  return undefined
}

/** The first step that is not finite, and of the layers that break there the last: gradients come from behind. */
function whereBroken(log: TrainingLog, { layers, loss }: LogSummary): Finding | undefined {
  const known = [...layers, loss].map(({ brokenAt }) => brokenAt).filter((at) => at >= 0)
  if (known.length === 0) return undefined
  const at = Math.min(...known)
  const step = log.steps[at] as number
  const layer = layers.findLast(({ brokenAt }) => brokenAt === at)
  return finding('nonFinite', layer, { step }, layer ? 'nonFinite' : 'lossNonFinite')
}

const finding = (
  verdict: Verdict,
  layer: { readonly name: string } | undefined,
  numbers: Finding['numbers'] = {},
  reason: Reason = verdict === 'wrongScale' ? 'tooLarge' : verdict,
): Finding => ({ verdict, reason, layer: layer?.name ?? '', numbers })
