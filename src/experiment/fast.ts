/** For whoever runs many experiments: the compiled kernels, which give the same bits sooner. */
export { useFastKernels } from '../core/fast.ts'
