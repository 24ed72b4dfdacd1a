import code from './assembly/compiled.ts'
import { useEngine } from './engine.ts'
import { compileSimd } from './simd.ts'

/**
 * Puts networks made from now on onto the compiled kernels, and says whether it could. Where WebAssembly
 * or its vectors are refused, the plain kernels stay, which give the same bits.
 */
export async function useFastKernels(): Promise<boolean> {
  try {
    useEngine(await compileSimd(code))
    return true
  } catch {
    return false
  }
}
