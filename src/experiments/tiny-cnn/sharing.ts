/** A filter's gradient is a sum over the places where the filter stood: its parts, one a place. */
import type { Conv2d } from '../../core/index.ts'

/** Fills `part` with what one place of the map adds to ∂C/∂W, for the batch of the last backward pass. */
export function partOfGradient(
  { input, output, delta, batch, units, weight }: Conv2d,
  signal: Float64Array,
  place: number,
  part: Float64Array,
): void {
  const [filters = 0, channels = 0, kernel = 0] = weight.shape
  const { height, width } = input
  const reach = (kernel - 1) / 2
  const top = Math.floor(place / output.width) - reach
  const left = (place % output.width) - reach
  part.fill(0)
  for (let n = 0; n < batch; n++) {
    let at = 0
    for (let o = 0; o < filters; o++) {
      const d = delta[n * units + o * output.height * output.width + place] as number
      for (let c = 0; c < channels; c++) {
        const map = (n * channels + c) * height
        for (let y = top; y < top + kernel; y++) {
          for (let x = left; x < left + kernel; x++, at++) {
            if (d === 0 || y < 0 || y >= height || x < 0 || x >= width) continue
            part[at] = (part[at] as number) + d * (signal[(map + y) * width + x] as number)
          }
        }
      }
    }
  }
}

/**
 * How many times larger the shared weights' gradient is than the part of one place: ‖∂C/∂W‖ over the
 * root mean square of its parts' norms. √places if the parts have nothing to do with one another, and
 * as many as there are places if all are alike.
 */
export function sharingGain(layer: Conv2d, signal: Float64Array): number {
  const places = layer.output.height * layer.output.width
  const part = new Float64Array(layer.weight.value.length)
  let squares = 0
  for (let place = 0; place < places; place++) {
    partOfGradient(layer, signal, place, part)
    squares += squareOf(part)
  }
  return squares === 0 ? 0 : Math.sqrt((places * squareOf(layer.weight.grad)) / squares)
}

function squareOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number)
  return sum
}
