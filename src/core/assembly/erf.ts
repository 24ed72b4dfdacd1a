/** erfc of core/math/erf.ts, operation by operation. */
import { exp, expm1 } from './exp'

const P = memory.data<f64>([
  0.1283791670955126, -0.3761263890318375, 0.11283791670954879, -0.026866170645076792,
  0.0052239776248180145, -0.000854832698083379, 0.0001205533111164271, -1.4925595266831182e-5,
  1.6461000484121368e-6, -1.6350312701054695e-7, 1.4659775274047436e-8, -1.1372848856791674e-9,
  5.957176147748911e-11,
])
const Q = memory.data<f64>([
  0.46741839154874837, 0.2254161610806548, 0.0706554273253878, 0.009194155300076005,
  -0.002378828587390009, -0.0009070863067391385, 0.00015521974750027994, 8.433148161810608e-5,
  -2.0791215041459955e-5, -7.527605033337211e-6, 3.56152115844116e-6, 3.622624216782328e-7,
  -5.617624900268225e-7, 7.997885466672641e-8, 6.327766296688034e-8, -3.083765734899776e-8,
  -5.772887012497492e-10, 5.459896160355462e-9, -1.849577524297494e-9, -3.7878885966372764e-10,
  4.805326232175816e-10, -5.959236360632782e-11, -5.98178139389882e-11, 1.3261223189079978e-11,
  2.800792262732034e-12,
])
const MIDDLE: f64 = 0.43333333333333335
const HALF: f64 = 0.36666666666666664

function erf(x: f64): f64 {
  const size = abs(x)
  if (!(size > 1)) return x + x * polynomial(P, 13, x * x)
  const whole = 1 - tail(size)
  return x < 0 ? -whole : whole
}

export function erfc(x: f64): f64 {
  if (!(abs(x) > 0.5)) return 1 - erf(x)
  return x < 0 ? 2 - tail(-x) : tail(x)
}

function tail(x: f64): f64 {
  if (x > 28) return 0
  const u = 1 / (1 + x / 2)
  const short = <f64>(<f32>x)
  const rest = (short - x) * (short + x)
  const most = exp(-short * short) * (u * polynomial(Q, 25, (u - MIDDLE) / HALF))
  return most + most * expm1(rest)
}

function polynomial(coefficients: usize, count: i32, x: f64): f64 {
  let sum: f64 = 0
  for (let at = coefficients + (count << 3); at > coefficients; ) {
    at -= 8
    sum = sum * x + load<f64>(at)
  }
  return sum
}
