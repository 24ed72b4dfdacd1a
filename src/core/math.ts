/**
 * The elementary functions, with the same bits in every engine. The standard leaves the last bits
 * of `Math.exp` and its kin to each browser; these are made of + − × ÷, of Math functions that are
 * exact, and of moved bits, and are within 1 unit in the last place of the true value (erfc: 4).
 */
export { erf, erfc } from './math/erf.ts'
export { exp, expm1, tanh } from './math/exp.ts'
export { log, log1p } from './math/log.ts'
export { cos, sin } from './math/trigonometry.ts'
