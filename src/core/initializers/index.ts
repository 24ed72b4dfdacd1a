import { constant } from './constant.ts'
import { heNormal, heUniform } from './he.ts'
import { fanIn, normal } from './normal.ts'
import { orthogonal } from './orthogonal.ts'
import { xavierNormal, xavierUniform } from './xavier.ts'

export const initializers = {
  normal,
  fanIn,
  xavierUniform,
  xavierNormal,
  heUniform,
  heNormal,
  orthogonal,
  constant,
}
export type InitializerId = keyof typeof initializers
export type { Initializer } from './initializer.ts'
