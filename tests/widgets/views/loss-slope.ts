import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('loss-slope')

describe('loss-slope', () => {
  const record = {
    ...{
      z: [-1, 0, 2],
      loss: [0.3, 0.7, 2.1],
      outputGradient: [1.4, 2, 8],
      slope: [0.2, 0.25, 0.1],
    },
    ...{ delta: [-0.25, 0.5, 0.9], pointZ: 1, pointActivation: 0.7, pointLoss: 1.3 },
    ...{ pointOutputGradient: 3.7, pointSlope: 0.2, pointDelta: -0.75, pointProbedDelta: 0.7 },
  }
  const run = (loss: string) => ({ config: { loss }, records: [record] })

  test('the factors of δ and δ itself, by their size', () => {
    const { charts, numbers } = draw([run('binaryCrossEntropy')])
    expect(charts).toEqual([
      [
        'factors: x -8 to 8, y log 1e-8 to 10000',
        'slope-binaryCrossEntropy [σ′(z)] one dotted none (-1, 0.2) (0, 0.25) (2, 0.1)',
        'outputGradient-binaryCrossEntropy (∂C/∂a, binary cross-entropy) two dashDot none (-1, 1.4) (0, 2) (2, 8)',
        'delta-binaryCrossEntropy [δ, binary cross-entropy] two solid none (-1, 0.25) (0, 0.5) (2, 0.9)',
        'pointDelta-binaryCrossEntropy (δ, binary cross-entropy, z = 1) two solid square (1, 0.75)',
        'handle (1, 0.75) two',
      ],
    ])
    expect(numbers).toEqual([['1', '1.3', '3.7', '0.2', '−0.75']])
  })

  test('the losses of two runs; the first has the handle', () => {
    const { charts } = draw([run('meanSquaredError'), run('binaryCrossEntropy')], {
      curve: 'lossCurve',
    })
    expect(charts).toEqual([
      [
        'loss: x -8 to 8, y 0 to 8',
        'loss-meanSquaredError [mean squared error] one solid none (-1, 0.3) (0, 0.7) (2, 2.1)',
        'pointLoss-meanSquaredError (mean squared error, z = 1) one solid circle (1, 1.3)',
        'loss-binaryCrossEntropy [binary cross-entropy] two solid none (-1, 0.3) (0, 0.7) (2, 2.1)',
        'pointLoss-binaryCrossEntropy (binary cross-entropy, z = 1) two solid square (1, 1.3)',
        'handle (1, 1.3) one',
      ],
    ])
  })
})
