/**
 * The fast twins of kernels.ts, in AssemblyScript: WebAssembly with vectors of two doubles, without
 * fused or relaxed operations. Addresses are bytes in the imported memory; buffers begin at multiples
 * of 16 and have room for an even count.
 */
import { product } from './product'
import { sumRows } from './steps'

export {
  eluMap,
  geluMap,
  rectify,
  seluMap,
  sigmoidMap,
  siluMap,
  softplusMap,
  tanhMap,
} from './maps'
export { descend, multiply } from './steps'

/** Where the module's own data end and buffers may begin. */
export function dataEnd(): usize {
  return __heap_base
}

export function linear(
  inputs: usize,
  weight: usize,
  bias: usize,
  out: usize,
  batch: i32,
  fanIn: i32,
  fanOut: i32,
): void {
  product(inputs, fanIn, 1, weight, fanIn, 1, bias, out, batch, fanOut, fanIn)
}

export function linearGradInput(
  delta: usize,
  weight: usize,
  out: usize,
  batch: i32,
  fanIn: i32,
  fanOut: i32,
): void {
  product(delta, fanOut, 1, weight, 1, fanIn, 0, out, batch, fanIn, fanOut)
}

export function linearGradParameters(
  delta: usize,
  inputs: usize,
  gradWeight: usize,
  gradBias: usize,
  batch: i32,
  fanIn: i32,
  fanOut: i32,
): void {
  product(delta, 1, fanOut, inputs, 1, fanIn, 0, gradWeight, fanOut, fanIn, batch)
  sumRows(delta, gradBias, batch, fanOut)
}
