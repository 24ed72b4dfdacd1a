import code from '../../src/core/assembly/compiled.ts'
import { compileSimd } from '../../src/core/simd.ts'

/** Opens engines whose kernels are the compiled ones. */
export const openFast = await compileSimd(code)
