/** Examples with their classes: inputs `[count, features]`, one-hot targets `[count, classes]`. */
export interface Dataset {
  readonly count: number
  readonly features: number
  readonly classes: number
  readonly inputs: Float64Array
  readonly targets: Float64Array
  readonly labels: Uint8Array
}

export function dataset(inputs: Float64Array, labels: Uint8Array, classes: number): Dataset {
  const count = labels.length
  const targets = new Float64Array(count * classes)
  labels.forEach((label, i) => {
    targets[i * classes + label] = 1
  })
  return { count, features: inputs.length / count, classes, inputs, targets, labels }
}

/** Points in the plane, one a call: `point(i)` gives x, y and the class. */
export function planar(
  count: number,
  classes: number,
  point: (i: number) => readonly [x: number, y: number, label: number],
): Dataset {
  const inputs = new Float64Array(2 * count)
  const labels = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const [x, y, label] = point(i)
    inputs[2 * i] = x
    inputs[2 * i + 1] = y
    labels[i] = label
  }
  return dataset(inputs, labels, classes)
}
