import { useEngine } from './engine.ts'
import { compileSimd } from './simd.ts'

/**
 * Puts networks made from now on onto the compiled kernels, and says whether it could. Where WebAssembly
 * or its vectors are refused, or the file does not come, the plain kernels stay, with the same bits.
 */
export async function useFastKernels(): Promise<boolean> {
  try {
    const { default: code } = await import('./assembly/compiled.ts')
    useEngine(await compileSimd(code))
    return true
  } catch {
    return false
  }
}
