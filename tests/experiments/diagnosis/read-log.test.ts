import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLog } from '../../../src/experiments/diagnosis/read-log.ts'

const expected = {
  steps: [0, 10],
  layers: [
    { name: 'layers.0', gradientNorm: [1e-7, 2e-7] },
    { name: 'layers.1', gradientNorm: [0.5, 0.25] },
  ],
  loss: [2.3, 2.1],
}

const forms: Record<string, string> = {
  'long CSV':
    'step,layer,grad_norm,loss\n0,layers.0,1e-7,2.3\n0,layers.1,0.5,2.3\n10,layers.0,2e-7,2.1\n10,layers.1,.25,2.1\n',
  'columns in another order, rows unordered, Windows lines, a byte-order mark':
    '\ufeffLoss;Norm;Layer;Global Step\r\n2.1;2e-7;layers.0;10\r\n2.3;0.5;layers.1;0\r\n2.1;0.25;layers.1;10\r\n2.3;1e-7;layers.0;0\r\n',
  'wide CSV': 'iteration,layers.0,layers.1,train_loss\n0,1e-7,0.5,2.3\n10,2e-7,0.25,2.1',
  'tabs and comments':
    '# a run\nstep\tlayers.0\tlayers.1\tloss\n0\t1e-7\t0.5\t2.3\n10\t2e-7\t0.25\t2.1',
  'quoted cells':
    '"step","grad_norm/layers.0","grad_norm/layers.1","loss"\n"0","1e-7","0.5","2.3"\n10,2e-7,0.25,2.1',
  'tensors as text':
    'step,layers.0,layers.1,loss\n0,tensor(1e-7),tensor(0.5),2.3\n10,tensor(2e-7),0.25,tensor(2.1)',
  'JSON rows':
    '[{"step":0,"layer":"layers.0","norm":1e-7,"loss":2.3},{"step":0,"layer":"layers.1","norm":0.5},{"step":10,"layer":"layers.0","norm":2e-7,"loss":2.1},{"step":10,"layer":"layers.1","norm":0.25}]',
  'JSON columns': '{"step":[0,10],"layers.0":[1e-7,2e-7],"layers.1":[0.5,0.25],"loss":[2.3,2.1]}',
  'JSON lines, nested':
    '{"step": 0, "loss": 2.3, "grad_norm": {"layers.0": 1e-7, "layers.1": 0.5}}\n\n{"step": 10, "loss": 2.1, "grad_norm": {"layers.0": 2e-7, "layers.1": 0.25}}\n',
}

describe('one log in many forms', () => {
  test.each(Object.entries(forms))('%s', (_, text) => {
    const { log, troubles } = readLog(text)
    expect(troubles).toEqual([])
    expect({ ...log, layers: log?.layers.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }).toEqual(
      expected,
    )
  })
})

test('layers keep the order in which they first stand in the log', () => {
  const { log } = readLog('step,z,a,m\n0,1,2,3')
  expect(log?.layers.map(({ name }) => name)).toEqual(['z', 'a', 'm'])
})

test('other quantities are read beside the norm', () => {
  const text = 'step,layer,grad_norm,update_ratio,saturated_fraction,dead\n0,a,1,0.001,0.25,0.5'
  const [layer] = readLog(text).log?.layers ?? []
  expect(layer).toEqual({
    name: 'a',
    gradientNorm: [1],
    updateRatio: [0.001],
    saturated: [0.25],
    dead: [0.5],
  })
})

test('what is not finite is kept, and what is not there is a gap', () => {
  const { log, troubles } = readLog('step,a,b,c\n0,NaN,inf,\n1,-Infinity,None,2')
  expect(troubles).toEqual([])
  expect(log?.layers.map(({ gradientNorm }) => gradientNorm)).toEqual([
    [Number.NaN, -Infinity],
    [Infinity, null],
    [null, 2],
  ])
  const lines = readLog('{"step": 0, "a": NaN}\n{"step": 1, "a": -Infinity}').log
  expect(lines?.layers[0]?.gradientNorm).toEqual([Number.NaN, -Infinity])
})

test('without a column of steps, rows are counted', () => {
  expect(readLog('a,b\n1,2\n3,4').log?.steps).toEqual([0, 1])
})

test('each trouble names its line, what was expected and what came; the rest is read', () => {
  const { log, troubles, troubleCount } = readLog('step,a\n0,1\nx,2\n2,oops\n3,4,5\n4,6')
  expect(troubles).toEqual([
    { line: 3, expected: 'step', came: 'x' },
    { line: 4, expected: 'number', came: 'oops' },
    { line: 5, expected: 'cells', came: '3/2' },
  ])
  expect(troubleCount).toBe(3)
  expect(log?.layers[0]?.gradientNorm).toEqual([1, null, 6])
})

test('of many troubles the first few are shown, and all are counted', () => {
  const { troubles, troubleCount } = readLog(`step,a\n${'x,1\n'.repeat(100)}`)
  expect([troubles.length, troubleCount]).toEqual([5, 101])
})

test.each(['', '   \n', 'hello', '{', '[', '[1,2]', 'null', '{"a": "b"}', 'step\n1'])(
  '%j gives no log, and says so',
  (text) => {
    const { log, troubleCount } = readLog(text)
    expect(log).toBeUndefined()
    expect(troubleCount).toBeGreaterThan(0)
  },
)

test('any text at all is read without an exception, and columns are as long as steps', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('step', ',', '\n', '1e-3', 'NaN', '{', '"', '[', '}', ':', 'layer', 'norm'),
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const { log } = readLog(text)
        for (const { gradientNorm } of log?.layers ?? []) {
          expect(gradientNorm).toHaveLength(log?.steps.length ?? -1)
        }
      },
    ),
  )
})
