/** The points of a path of M, l and z commands, one list per subpath, rounded to a tenth. */
export function placesOf(d: string): number[][][] {
  return d
    .split(/(?=M)/)
    .filter(Boolean)
    .map((stretch) => {
      const numbers = (stretch.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number)
      let [x, y] = [0, 0]
      return Array.from({ length: numbers.length / 2 }, (_, i) => {
        x += numbers[2 * i] ?? Number.NaN
        y += numbers[2 * i + 1] ?? Number.NaN
        return [x, y].map((place) => Math.round(10 * place) / 10)
      })
    })
}

/** The number of markers in an SVG, including those of labels. */
export const marksIn = (svg: string): number =>
  [...svg.matchAll(/class="chart-mark"[^>]* d="([^"]*)"/g)].flatMap(
    ([, d = '']) => d.match(/z/g) ?? [],
  ).length
