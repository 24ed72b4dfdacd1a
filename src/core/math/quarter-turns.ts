/**
 * x = q π/2 + r: whole quarter turns off an angle, with what is left in two parts.
 *
 * Up to 2^20, π/2 in three parts of 33, 33 and 53 bits, so that q times the first two is exact
 * (Cody and Waite, "Software Manual for the Elementary Functions"). Beyond that, or where so little
 * is left that these bits do not suffice, x · 2/π is multiplied out digit by digit (Payne and Hanek,
 * "Radian reduction for trigonometric functions"): whole turns are never formed, and enough digits
 * follow that the fraction is right to more than a double, however near a multiple of π/2 x lies.
 */
import { highWord, powerOfTwo } from './bits.ts'

/** `quadrant` is q modulo 4; r + tail is what is left, |r| ≤ π/4. One object, reused. */
export interface Reduced {
  quadrant: number
  r: number
  tail: number
}

const reduced: Reduced = { quadrant: 0, r: 0, tail: 0 }

const TWO_OVER_PI = 0.6366197723675814
const HALF_PI_0 = 1.5707963267341256
const HALF_PI_1 = 6.077100506303966e-11
const HALF_PI_2 = 2.0222662487959506e-21
const ROUNDER = 6755399441055744

export function reduce(x: number): Reduced {
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY)) return leave(0, Number.NaN, 0)
  if (Math.abs(x) > 0x100000) return reduceExactly(x)
  const q = x * TWO_OVER_PI + ROUNDER - ROUNDER
  if (q === 0) return leave(0, x, 0)
  const first = x - q * HALF_PI_0
  const second = q * HALF_PI_1
  const r = first - second
  if (Math.abs(r) < 1 / 1024) return reduceExactly(x)
  const tail = first - r - second - q * HALF_PI_2
  const whole = r + tail
  return leave(q & 3, whole, r - whole + tail)
}

function leave(quadrant: number, r: number, tail: number): Reduced {
  reduced.quadrant = quadrant
  reduced.r = r
  reduced.tail = tail
  return reduced
}

/** 2/π after the binary point, 24 bits a digit: 1200 bits serve the largest double. */
// biome-ignore format: a table
const DIGITS = [
  10680707, 7228996, 1387004, 2578385, 16069853, 12639074, 9804092, 4427841, 16666979, 11263675,
  12935607, 2387514, 4345298, 14681673, 3074569, 13734428, 16653803, 1880361, 10960616, 8533493,
  3062596, 8710556, 7349940, 6258241, 3772886, 3769171, 3798172, 8675211, 12450088, 3874808,
  9961438, 366607, 15675153, 9132554, 7151469, 3571407, 2607881, 12013382, 4155038, 6285869,
  7677882, 13102053, 15825725, 473591, 9065106, 15363067, 6271263, 9264392, 5636912, 4652155,
]
const BASE = 0x1000000
const PAIR = BASE * BASE

/** π/2 in parts of 24, 24 and 53 bits. */
const SHORT_0 = 1.570796251296997
const SHORT_1 = 7.549789415861596e-8
const SHORT_2 = 5.390302858158119e-15

/** Digits of |x| as a whole number times BASE^shift, lowest first; digits of x · 2/π modulo BASE. */
const factor = new Float64Array(4)
const product = new Float64Array(8)

function reduceExactly(x: number): Reduced {
  const sign = x < 0 ? -1 : 1
  multiplyOut(Math.abs(x))
  const digit = (place: number): number => product[place] as number
  // To the nearest whole quarter turn: a fraction of half or more counts down from the next.
  const up = digit(1) >= BASE / 2 ? 1 : 0
  const a = ((digit(1) - up * BASE) * BASE + digit(2)) / PAIR
  const b = (digit(3) * BASE + digit(4)) / PAIR / PAIR
  const c = (digit(5) * BASE + digit(6)) / PAIR / PAIR / PAIR
  const sum = a + b
  const rest = a - sum + b + c
  const f = sum + rest
  const fTail = sum - f + rest
  // f · π/2, led by a product of 24 by 24 bits.
  const short = Math.fround(f)
  const long = f - short
  const lead = short * SHORT_0
  const more =
    short * SHORT_1 + long * SHORT_0 + (short * SHORT_2 + long * SHORT_1 + fTail * SHORT_0)
  const r = lead + more
  return leave((sign * (digit(0) + up)) & 3, sign * r, sign * (lead - r + more))
}

/** Fills `product` with x · 2/π: place 0 is the whole part, and the rest follow the point. */
function multiplyOut(x: number): void {
  // x = m 2^e with a whole m of 53 bits.
  const e = (highWord(x) >> 20) - 1075
  const shift = Math.floor(e / 24)
  let whole = x * powerOfTwo(-24 * shift)
  for (let i = 0; i < 4; i++) {
    const rest = Math.floor(whole / BASE)
    factor[i] = whole - rest * BASE
    whole = rest
  }
  let carry = 0
  for (let place = 7; place >= 0; place--) {
    let column = carry
    for (let i = 0; i < 4; i++) {
      column += (factor[i] as number) * (DIGITS[shift + place + i - 1] ?? 0)
    }
    carry = Math.floor(column / BASE)
    product[place] = column - carry * BASE
  }
}
