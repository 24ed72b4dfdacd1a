import type english from '../../../content/en/widgets/diagnosis.json'
/** Findings in words. What comes from a file, a layer's name, is put into text and nowhere else. */
import { figures, inPercent, inWords, type NumberWords } from '../../charts/model/format.ts'
import { limits, type Verdict } from '../../diagnosis/limits.ts'
import type { Trouble } from '../../diagnosis/lines.ts'
import type { Diagnosis, Finding, Reason } from '../../diagnosis/verdict.ts'
import { fill } from '../../i18n/fill.ts'

export type Messages = typeof english.words

/** Where the book explains a verdict. */
export const chapterOf: Readonly<Record<Verdict, string>> = {
  nonFinite: 'vanishing-gradients',
  exploding: 'vanishing-gradients',
  tooFast: 'optimization',
  wrongScale: 'initialization',
  dead: 'relu-family',
  saturated: 'sigmoid-saturation',
  vanishing: 'vanishing-gradients',
  tooSlow: 'optimization',
  healthy: 'optimization',
}

export const sayVerdict = (verdict: Verdict, messages: Messages): string =>
  messages.verdict[verdict]

/** The number and the limit that it passed, or kept to. */
export function sayReason(
  { reason, numbers }: Finding,
  messages: Messages,
  numberWords: NumberWords,
): string {
  const { norm, weaker, stronger, factor, update, saturated, dead } = numbers
  const words = (value = Number.NaN) => inWords(value, numberWords)
  const percent = (share = Number.NaN) => inPercent(share, numberWords)
  const moves = reason === 'healthy' && Number.isFinite(update) ? 'healthyMoves' : reason
  return fill(messages.reason[moves], {
    step: numbers.step ?? '',
    norm: say(norm),
    weaker: words(weaker),
    stronger: words(stronger),
    factor: say(factor),
    update: say(update),
    saturated: percent(saturated),
    dead: percent(dead),
    fallen: figures(numbers.percent ?? Number.NaN, 2),
    first: say(numbers.first),
    last: say(numbers.last),
    far: limits.far,
    share: percent(limits.saturated),
    fast: figures(limits.usualUpdate * limits.far),
    slow: figures(limits.usualUpdate / limits.far),
  })
}

/** The run in a sentence: its verdict, and the layer that shows it. */
export function sayRun(
  { run, layers, before }: Diagnosis,
  messages: Messages,
  numberWords: NumberWords,
): string {
  const count = layers.filter(({ verdict }) => verdict === run.verdict).length
  const reason = sayReason(run, messages, numberWords)
  const isOfLayer = run.layer !== '' && run.verdict !== 'healthy' && !byLoss.has(run.reason)
  const why = isOfLayer ? fill(messages.inLayer, { layer: run.layer, reason }) : reason
  const how = isOfLayer ? ` ${fill(messages.ofLayers, { count, all: layers.length })}` : ''
  const first = before ? ` ${fill(messages.before, { verdict: sayVerdict(before, messages) })}` : ''
  return `${sayVerdict(run.verdict, messages)}. ${why}${how}${first}`
}

const byLoss: ReadonlySet<Reason> = new Set(['rising', 'flat', 'lossNonFinite'])

/** What could not be read: where, what was expected there, and what came. */
export const sayTrouble = ({ line, expected, came }: Trouble, messages: Messages): string =>
  fill(messages.trouble[expected], { line, came })

const say = (value: number | undefined) => figures(value ?? Number.NaN)
