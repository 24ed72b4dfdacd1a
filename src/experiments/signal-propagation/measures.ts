import { math } from '../../core/index.ts'
import { measure } from '../../experiment/measure.ts'
import type { SignalPropagationRecord } from './record.ts'

type Records = readonly SignalPropagationRecord[]

const first = (column: readonly number[] | undefined): number => column?.[0] ?? Number.NaN
const last = (column: readonly number[] | undefined): number => column?.at(-1) ?? Number.NaN

/** The geometric mean of the factors from the first layer on to the last. */
const factor = (column: readonly number[] | undefined): number =>
  math.exp(math.log(last(column) / first(column)) / ((column?.length ?? 0) - 1))

/** Numbers that captions, prose and claims quote: sizes are root mean squares. */
export const signalPropagationMeasures = {
  /** What one layer makes of z on the way forward, and of δ on the way back. */
  forwardFactor: measure('ratio', ([record]: Records) => factor(record?.preActivation)),
  forwardPredicted: measure('number', ([record]: Records) =>
    factor(record?.preActivationPredicted),
  ),
  backwardFactor: measure('ratio', ([record]: Records) => 1 / factor(record?.delta)),
  backwardPredicted: measure('number', ([record]: Records) => 1 / factor(record?.deltaPredicted)),
  firstSize: measure('number', ([record]: Records) => first(record?.preActivation)),
  lastSize: measure('number', ([record]: Records) => last(record?.preActivation)),
  firstSizePredicted: measure('number', ([record]: Records) =>
    first(record?.preActivationPredicted),
  ),
  lastSizePredicted: measure('number', ([record]: Records) => last(record?.preActivationPredicted)),
  firstActivation: measure('number', ([record]: Records) => first(record?.activation)),
  lastActivation: measure('number', ([record]: Records) => last(record?.activation)),
  firstDelta: measure('number', ([record]: Records) => first(record?.delta)),
  lastDelta: measure('number', ([record]: Records) => last(record?.delta)),
  /** The share of the units, over layers and inputs, that are saturated. */
  saturatedShare: measure('share', ([record]: Records) => {
    const shares = record?.saturatedFraction ?? []
    return shares.reduce((total, share) => total + share, 0) / shares.length
  }),
}
