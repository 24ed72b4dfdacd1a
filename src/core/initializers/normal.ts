import { normalInitializer } from './initializer.ts'

/** N(0, gain²), blind to the size of the layer: the textbook start that makes wide layers saturate. */
export const normal = normalInitializer('normal', (_fanIn, _fanOut, gain) => gain)

/** N(0, gain²/fan-in): keeps the pre-activations at the scale of the inputs (LeCun et al. 1998). */
export const fanIn = normalInitializer('fanIn', (fanIn, _fanOut, gain) => gain / Math.sqrt(fanIn))
