/** (f(x + h) − f(x − h)) / 2h in each direction of `x`, which is moved in place and put back. */
export function centralDifferences(f: () => number, x: Float64Array, h: number): Float64Array {
  return x.map((at, i) => {
    x[i] = at + h
    const above = f()
    x[i] = at - h
    const below = f()
    x[i] = at
    return (above - below) / (2 * h)
  })
}
