/**
 * Published and independently computed figures that the core must give: single neurons, chains and
 * curves. Those of whole networks are in networks.test.ts beside this.
 */
import { describe, expect, test } from 'vitest'
import { activations } from '../../src/core/activations/index.ts'
import { type LossId, losses, softmax } from '../../src/core/losses/index.ts'
import { DenseNetwork, finish } from '../../src/core/network.ts'
import { optimizers } from '../../src/core/optimizers/index.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'

describe('one sigmoid neuron, x = 1, y = 0: output before the update of steps 0, 50 … 300', () => {
  /** With `binaryCrossEntropy` the network ends at the logit, and σ is left to do. */
  function outputs(w: number, b: number, loss: LossId, learningRate: number): string[] {
    const network = new DenseNetwork({
      inputs: 1,
      hidden: [],
      outputs: 1,
      activation: activations.sigmoid,
      loss: losses[loss],
      batch: 1,
    })
    network.parameters[0]?.value.set([w])
    network.parameters[1]?.value.set([b])
    const optimizer = optimizers.sgd(network.parameters, { learningRate })
    const seen: string[] = []
    for (let step = 0; step <= 300; step++) {
      finish(network.propagate(Float64Array.of(1), Float64Array.of(0), 1))
      const a = activations.sigmoid.value(network.layers[0]?.preActivation[0] ?? Number.NaN)
      if (step % 50 === 0) seen.push(a.toFixed(4).slice(1))
      optimizer.step()
    }
    return seen
  }

  const slow = ['.8176', '.3870', '.2110', '.1527', '.1237', '.1061', '.0940']
  const slowFromFar = ['.9820', '.9759', '.9641', '.9334', '.7887', '.3572', '.2028']
  const fast = ['.8176', '.0792', '.0371', '.0241', '.0178', '.0141', '.0116']
  const fastFromFar = ['.9820', '.0985', '.0411', '.0257', '.0186', '.0146', '.0120']
  const small = ['.8176', '.7516', '.6789', '.6053', '.5355', '.4726', '.4177']
  const smallFromFar = ['.9820', '.9710', '.9539', '.9282', '.8912', '.8415', '.7796']

  test.each([
    [0.6, 0.9, 'meanSquaredError', 0.15, slow],
    [2, 2, 'meanSquaredError', 0.15, slowFromFar],
    [0.6, 0.9, 'binaryCrossEntropy', 0.15, fast],
    [2, 2, 'binaryCrossEntropy', 0.15, fastFromFar],
    [0.6, 0.9, 'binaryCrossEntropy', 0.005, small],
    [2, 2, 'binaryCrossEntropy', 0.005, smallFromFar],
    [0.6, 0.9, 'binaryCrossEntropyOnSigmoid', 0.15, fast],
    [2, 2, 'binaryCrossEntropyOnSigmoid', 0.15, fastFromFar],
    [0.6, 0.9, 'binaryCrossEntropyOnSigmoid', 0.005, small],
    [2, 2, 'binaryCrossEntropyOnSigmoid', 0.005, smallFromFar],
  ] as const)('w = %d, b = %d, %s, η = %d', (w, b, loss, learningRate, expected) => {
    expect(outputs(w, b, loss, learningRate)).toEqual(expected)
  })
})

describe('softmax of (2.5, −1, 3.2, 0.5)', () => {
  const logits = Float64Array.of(2.5, -1, 3.2, 0.5)

  test('is (.3145, .0095, .6334, .0426)', () => {
    const a = new Float64Array(4)
    softmax(logits, a, 0, 4)
    expect([...a].map((x) => x.toFixed(4))).toEqual(['0.3145', '0.0095', '0.6334', '0.0426'])
  })

  test('∂C/∂z = a − y, whichever class is right', () => {
    for (let label = 0; label < 4; label++) {
      const y = Float64Array.from({ length: 4 }, (_, j) => Number(j === label))
      const [gradient, a] = [new Float64Array(4), new Float64Array(4)]
      losses.crossEntropy.gradient(logits, y, gradient, 1, 4)
      softmax(logits, a, 0, 4)
      expect(gradient).toEqual(a.map((x, j) => x - (y[j] as number)))
    }
  })
})

describe('slopes', () => {
  const { sigmoid, tanh } = activations

  test('σ′ is at most 1/4, and that at 0', () => {
    expect(sigmoid.derivative(0)).toBe(0.25)
    for (let z = -40; z <= 40; z += 1 / 128) {
      expect(sigmoid.derivative(z)).toBeLessThanOrEqual(0.25)
      if (z !== 0) expect(sigmoid.derivative(z)).toBeLessThan(0.25)
    }
  })

  test('tanh′ = σ′ at |z| = 1.66289, where both are .133975', () => {
    let [low, high] = [1, 3]
    while (high - low > 1e-12) {
      const middle = (low + high) / 2
      if (tanh.derivative(middle) > sigmoid.derivative(middle)) low = middle
      else high = middle
    }
    expect(low.toFixed(5)).toBe('1.66289')
    for (const z of [low, -low]) {
      expect(tanh.derivative(z).toFixed(6)).toBe('0.133975')
      expect(sigmoid.derivative(z).toFixed(6)).toBe('0.133975')
    }
  })

  /** The width of the a for which |w σ′(wa + b)| ≥ 1: they are those with σ′(z) ≥ 1/|w|, divided by |w|. */
  function measuredWidth(w: number): number {
    if (w * sigmoid.derivative(0) < 1) return 0
    let [inside, outside] = [0, 20]
    while (outside - inside > 1e-12) {
      const z = (inside + outside) / 2
      if (w * sigmoid.derivative(z) >= 1) inside = z
      else outside = z
    }
    return (2 * inside) / w
  }

  test('|w σ′| ≥ 1 needs |w| ≥ 4, then holds on the width of the formula', () => {
    expect(measuredWidth(3.999)).toBe(0)
    for (let w = 4.01; w < 60; w += 0.37) {
      const formula = (2 / w) * Math.log((w * (1 + Math.sqrt(1 - 4 / w))) / 2 - 1)
      expect(measuredWidth(w)).toBeCloseTo(formula, 9)
    }
  })

  test('which is at most about .448, at |w| ≈ 6.9', () => {
    const weights = Array.from({ length: 6000 }, (_, i) => 4 + i / 100)
    const widths = weights.map(measuredWidth)
    const widest = Math.max(...widths)
    expect(widest.toFixed(3)).toBe('0.448')
    expect(weights[widths.indexOf(widest)]?.toFixed(1)).toBe('6.9')
  })

  test('the ReLU family at the kink, and the numbers it starts with', () => {
    const { relu, leakyRelu, prelu, elu } = activations
    expect([relu.derivative(0), leakyRelu.derivative(0)]).toEqual([0, 0.01])
    expect(leakyRelu.value(-1)).toBe(-0.01)
    expect(prelu.parameter).toEqual({ initial: 0.25, learned: true })
    expect(elu.value(-1000)).toBe(-1)
  })
})

test('four neurons, every weight 100 and every z at 0: 25 a layer, 3906.25 at the first bias', () => {
  const four = (x: number) => [x, x, x, x]
  const config = { activation: 'sigmoid', weights: four(100), preActivations: four(0) } as const
  const [record] = chainProduct.run(config, {})
  expect(record?.factor).toEqual(four(25))
  expect(record?.biasGradient[0]).toBe(3906.25)
})
