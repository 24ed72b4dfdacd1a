export type { Dataset } from './dataset.ts'
export { type Digits, digits, unpackDigits } from './digits.ts'
export { circles, moons, spiral, xor } from './planar.ts'
