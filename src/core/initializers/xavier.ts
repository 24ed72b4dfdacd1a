import { type Initializer, normalInitializer, uniformInitializer } from './initializer.ts'

/** Variance gain² · 2/(fan-in + fan-out), between what forward and backward ask for (Glorot and Bengio 2010). */
const deviation: Initializer['deviation'] = (fanIn, fanOut, gain) =>
  gain * Math.sqrt(2 / (fanIn + fanOut))

/** Uniform on ±gain·√(6/(fan-in + fan-out)). */
export const xavierUniform = uniformInitializer('xavierUniform', deviation)
export const xavierNormal = normalInitializer('xavierNormal', deviation)
