import { describe, expect, test } from 'vitest'
import { viewOf } from '../draw-view.ts'

const draw = await viewOf('loss-duel')

describe('loss-duel', () => {
  const record = (
    step: number,
    error: number,
    outputError: number,
    deltaNorm: readonly number[],
  ) => ({
    ...{ step, error, outputError, deltaNorm },
  })
  const records = [record(0, 0.9, 0.5, [0.01, 7, 0.1]), record(10, 0.25, 0.2, [0.002, 7, 0.05])]
  const run = (loss: string) => ({ config: { loss, steps: 30 }, records })

  test('δ at the output beside a − y, in layer 1, what is passed on, and the error', () => {
    const { charts, numbers } = draw([run('meanSquaredError')])
    const name = '[mean squared error] one solid none'
    expect(charts).toEqual([
      [
        'output: x 0 to 30 whole, y log 0.001 to 1',
        `run-0 ${name} (0, 0.1) (10, 0.05)`,
        'missing-0 (mean squared error, a − y) one dotted none (0, 0.5) (10, 0.2)',
      ],
      ['hidden: x 0 to 30 whole, y log 0.001 to 1', `run-0 ${name} (0, 0.01) (10, 0.002)`],
      ['passed: x 0 to 30 whole, y log 0.01 to 0.1', `run-0 ${name} (0, 0.1) (10, 0.04)`],
      ['error: x 0 to 30 whole, y 0 to 1', `run-0 ${name} (0, 0.9) (10, 0.25)`],
    ])
    expect(numbers).toEqual([['10', '25', '0.05', '0.002', '1']])
  })

  test('where both pass on the same, the second is dashed', () => {
    const { charts } = draw([run('binaryCrossEntropy'), run('meanSquaredError')])
    expect(charts[2]?.slice(1)).toEqual([
      'run-0 [binary cross-entropy] two solid none (0, 0.1) (10, 0.04)',
      'run-1 [mean squared error] one dashed none (0, 0.1) (10, 0.04)',
    ])
  })

  test('a run that diverged says at which step', () => {
    const fled = { ...record(20, 1, 1, [1, 1]), divergedQuantity: 'loss' }
    expect(draw([{ records: [fled] }]).numbers).toEqual([['20']])
  })
})
