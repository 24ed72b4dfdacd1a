import { type Initializer, normalInitializer, uniformInitializer } from './initializer.ts'

/** Variance gain² · 2/fan-in: twice as much, because ReLU silences half (He, Zhang, Ren and Sun 2015). */
const deviation: Initializer['deviation'] = (fanIn, _fanOut, gain) => gain * Math.sqrt(2 / fanIn)

export const heUniform = uniformInitializer('heUniform', deviation)
export const heNormal = normalInitializer('heNormal', deviation)
