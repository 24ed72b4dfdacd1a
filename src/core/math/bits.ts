/**
 * A double seen as bits: sign, 11 bits of exponent, 52 bits of fraction. One shared buffer, so
 * nothing is allocated.
 */
const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
const single = new Float32Array(1)
const singleBits = new Int32Array(single.buffer)

double[0] = 1
/** Which of the two words holds sign and exponent depends on the machine's byte order. */
const HIGH = words[1] === 0 ? 0 : 1

/** Sign, exponent and the 20 leading bits of the fraction, as a signed 32-bit number. */
export function highWord(x: number): number {
  double[0] = x
  return words[HIGH] as number
}

/** 1 or −1, and −1 for −0: a factor, because a branch on random signs is slow. */
export function signOf(x: number): number {
  return (highWord(x) >> 31) | 1
}

/** 2^k for whole k from −1022 to 1023. */
export function powerOfTwo(k: number): number {
  double[0] = 0
  words[HIGH] = (k + 1023) << 20
  return double[0]
}

/**
 * 2^k for whole k from −126 to 127, through a single. It is faster than `powerOfTwo`: a processor
 * waits when it reads 64 bits of which it has just written 32.
 */
export function smallPowerOfTwo(k: number): number {
  singleBits[0] = (k + 127) << 23
  return single[0] as number
}
