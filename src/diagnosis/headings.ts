/** What each column of a log is, by its name: loggers agree on little, so names are read with some tolerance. */
import { type Quantity, quantities } from './log.ts'

export interface Heading {
  readonly name: string
  readonly isStep: boolean
  readonly isLoss: boolean
  /** No number of a layer. */
  readonly isOther: boolean
  readonly quantity: Quantity | undefined
  readonly layer: string
}

export interface Roles {
  readonly step: string | undefined
  /** The column that names each row's layer, and the one that holds whatever that name says. */
  readonly layer: string | undefined
  readonly value: string | undefined
  readonly columns: readonly Heading[]
}

/** The name of what is said of all layers together. */
export const network = ''

/** By their usual names, without case, and without what is neither letter nor digit; the finest count first. */
const stepNames = [
  /^(global|training)?steps?$/,
  /^(iterations?|iter|it|t|updates?)$/,
  /^epochs?$/,
  /^batch$/,
]
const layerNames =
  /^(layer|layers|layername|name|module|param|parameter|parametername|variable|tag|metric)$/
const valueNames = /^values?$/
const lossNames = /^(train|training)?loss$/
const networkNames = /^(total|all|global|overall|network)$/
/** Said of the layers and of none of them. */
const summaryNames = /^(mean|max|min|median|std|avg|average)$/
/** Measured on other examples than the run's own. */
const heldOut = /^(val|valid|validation|dev|test|eval)/
/** What logs hold beside, which is no layer. */
const otherNames = new RegExp(
  `^((train|training|val|valid|validation|dev|test|eval)?(${[
    '.*loss|acc|(top\\d)?accuracy|acc\\d|err|error|perplexity|ppl|f1|auc|precision|recall|bleu|reward',
    'lr\\d*|(charts)?learningrate|momentum|weightdecay|(loss|grad)scale|beta\\d|eps|epsilon|temperature',
    '(wall|elapsed|run|step|epoch)?time(stamp)?|seconds|duration|throughput|gpu.*|memory|ram|flops',
    'batchsize|(num|total)?(input)?(examples|samples|tokens)(seen|persecond)?|seed|rank|runid',
    '(weights?|params?|parameters?|activations?)norms?|index|unnamed\\d+|',
  ].join('|')}))$`,
)
/** Groups of what is logged beside, by what stands before the slash. */
const otherGroups =
  /^(system|gpu|time|timing|perf|optim|optimizer|(weights?|params?|parameters?|activations?)(norms?)?)$/
const quantityNames: Readonly<Record<Quantity, RegExp>> = {
  gradientNorm:
    /^(total|global)?(grad|gradient|weightgrad|weightgradient|g)?s?(l?2|20)?(norm|norms|grad|grads|gradient|gradients|rms)(total)?$/,
  updateRatio: /^(update|updates|updatetoweight|updateweight)?(ratio|ratios)$/,
  saturated: /^(fraction|share)?(saturated|saturation|sat)(fraction|share|units)?$/,
  dead: /^(fraction|share)?dead(fraction|share|units)?$/,
}
/** `layers.0.grad_norm` and `grad_norm_layers.0`: without a slash, only what is sure to be meant. */
const said = '((?:grad|gradient)[._ -]?norm|update[._ -]?ratio)'
const behind = new RegExp(`^(.+?)[._ -]+${said}$`, 'i')
const before = new RegExp(`^${said}[._ -]+(.+)$`, 'i')

export function rolesOf(names: readonly string[]): Roles {
  const headings = names.map(headingOf)
  const counts = stepNames.flatMap((known) =>
    headings.filter(({ isStep, name }) => isStep && known.test(lastOf(name))),
  )
  const layer = names.find((name) => layerNames.test(bare(name)))
  const isSaid = headings.some((one) => one.quantity && one.layer === network)
  return {
    step: counts[0]?.name,
    layer,
    value: layer && !isSaid ? names.find((name) => valueNames.test(bare(name))) : undefined,
    columns: headings.filter(({ isStep, name }) => !isStep && name !== layer),
  }
}

export function headingOf(name: string): Heading {
  // Weights & Biases puts the run's name in front, and the spread of what it thins out behind.
  const own = name.replace(/^.* - /, '')
  const key = bare(own)
  const last = lastOf(own)
  const { layer, quantity } = layerAndQuantity(own)
  const isSpread = /__(min|max)$/i.test(name)
  if (quantity && !isSpread) {
    const isOther = summaryNames.test(bare(layer))
    return { name, isStep: false, isLoss: false, isOther, layer, quantity }
  }
  const isLoss = lossNames.test(key) || (lossNames.test(last) && !heldOut.test(key))
  const [group = '', ...rest] = own.split('/')
  const isOther =
    isSpread ||
    (!isLoss &&
      (otherNames.test(key) ||
        otherNames.test(last) ||
        (rest.length > 0 && otherGroups.test(bare(group)))))
  const isStep = stepNames.some((known) => known.test(last))
  return { name, isStep, isLoss, isOther, layer, quantity }
}

/** `grad_norm/layers.0.weight` is the gradient norm of `layers.0.weight`, and `grad_norm` that of all. */
function layerAndQuantity(name: string): Pick<Heading, 'layer' | 'quantity'> {
  const whole = quantityOf(name)
  if (whole) return { layer: network, quantity: whole }
  const parts = name.split(/[/:|]/)
  for (const at of parts.length > 1 ? [0, parts.length - 1] : []) {
    const quantity = quantityOf(parts[at] ?? '')
    const layer = parts.filter((_, i) => i !== at).join('/')
    if (quantity) return { layer: networkNames.test(bare(layer)) ? network : layer, quantity }
  }
  const [, front = '', what = ''] = name.match(behind) ?? []
  if (front) return { layer: front, quantity: quantityOf(what) }
  const [, which = '', rest = ''] = name.match(before) ?? []
  return rest ? { layer: rest, quantity: quantityOf(which) } : { layer: name, quantity: undefined }
}

const quantityOf = (part: string) => quantities.find((one) => quantityNames[one].test(bare(part)))

const lastOf = (name: string): string => bare(name.split(/[/:|]/).at(-1) ?? '')

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
