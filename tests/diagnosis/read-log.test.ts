import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLog } from '../../src/diagnosis/read-log.ts'

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
  'decimal commas between semicolons':
    'step;layers.0;layers.1;loss\r\n0;1e-7;0,5;2,3\r\n10;2e-7;0,25;2,1',
  'decimal commas in quotes':
    'step,layers.0,layers.1,loss\n0,1e-7,"0,5","2,3"\n10,2e-7,"0,25","2,1"',
  'lines of an old Mac': 'step,layers.0,layers.1,loss\r0,1e-7,0.5,2.3\r10,2e-7,0.25,2.1',
  'what else a logger writes':
    '_step,_runtime,_timestamp,train/loss,eval/loss,batch_size,learning_rate,grad_norm/layers.0,grad_norm/layers.1,grad_norm/total,grad_norm/max,grad_norm,weight_norm/layers.0\n0,1,1.7e9,2.3,9,32,0.1,1e-7,0.5,0.6,0.5,0.6,3\n10,2,1.7e9,2.1,9,32,0.1,2e-7,0.25,0.3,0.25,0.3,3',
  'a step behind a slash, norms behind a point, and their total':
    'trainer/global_step,loss,layers.0.grad_norm,layers.1.grad_norm,grad_2.0_norm_total\n0,2.3,1e-7,0.5,7\n10,2.1,2e-7,0.25,7',
  'an export with the name of the run, and the spread of what was thinned':
    '"Step","a run, the first - grad_norm/layers.0","a run, the first - grad_norm/layers.0__MIN","a run, the first - grad_norm/layers.1","a run, the first - loss"\n"0","1e-7","1e-9","0.5","2.3"\n"10","2e-7","1e-9","0.25","2.1"',
  'tags and values':
    'wall_time,step,tag,value\n1,0,grad_norm/layers.0,1e-7\n1,0,grad_norm/layers.1,0.5\n1,0,train/loss,2.3\n2,10,grad_norm/layers.0,2e-7\n2,10,grad_norm/layers.1,.25\n2,10,train/loss,2.1',
  'a byte-order mark before JSON':
    '\ufeff[{"step":0,"layers.0":1e-7,"layers.1":0.5,"loss":2.3},{"step":10,"layers.0":2e-7,"layers.1":0.25,"loss":2.1}]',
  'JSON rows inside an object':
    '{"best": 2, "log_history": [{"step":0,"layers.0":1e-7,"layers.1":0.5,"loss":2.3},{"step":10,"layers.0":2e-7,"layers.1":0.25,"loss":2.1}]}',
  'JSON by layer':
    '{"layers.0": {"step": [0, 10], "grad_norm": [1e-7, 2e-7]}, "layers.1": {"step": [0, 10], "grad_norm": [0.5, 0.25]}, "loss": [2.3, 2.1]}',
  'JSON by step':
    '{"0": {"loss": 2.3, "grad_norm": {"layers.0": 1e-7, "layers.1": 0.5}},\n "10": {"loss": 2.1, "grad_norm": {"layers.0": 2e-7, "layers.1": 0.25}}}',
  'JSON by column and row number':
    '{"step":{"0":0,"1":10},"layers.0":{"0":1e-7,"1":2e-7},"layers.1":{"0":0.5,"1":0.25},"loss":{"0":2.3,"1":2.1}}',
  'JSON lines with other names on each':
    '{"step": 0, "loss": 2.3},\n{"step": 0, "grad_norm/layers.0": 1e-7},\n{"step": 0, "grad_norm/layers.1": 0.5},\n{"step": 10, "loss": 2.1, "lr": 0.1},\n{"step": 10, "grad_norm/layers.0": 2e-7, "grad_norm/layers.1": 0.25},',
  'lines as Python prints them':
    "{'step': 0, 'loss': 2.3, 'layers.0': 1e-7, 'layers.1': 0.5, 'note': None}\n{'step': 10, 'loss': 2.1, 'layers.0': 2e-7, 'layers.1': 0.25, 'note': None}",
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

test('steps are put in the order of their numbers: 9 before 10, and each keeps its values', () => {
  const { log } = readLog('step,a,loss\n10,0.3,3\n9,0.2,2\n-1,0.05,1\n100,0.4,4\n1.5,0.1,5')
  expect(log).toEqual({
    steps: [-1, 1.5, 9, 10, 100],
    layers: [{ name: 'a', gradientNorm: [0.05, 0.1, 0.2, 0.3, 0.4] }],
    loss: [1, 5, 2, 3, 4],
  })
})

test('layers keep the order in which they first stand in the log', () => {
  const { log } = readLog('step,z,a,m\n0,1,2,3')
  expect(log?.layers.map(({ name }) => name)).toEqual(['z', 'a', 'm'])
})

test('layers stand in the order of the columns, be the first of them empty at first', () => {
  const { log } = readLog('step,a,b\n0,,1\n1,2,3')
  expect(log?.layers.map(({ name }) => name)).toEqual(['a', 'b'])
})

test('a comma that groups three digits is no decimal sign where commas separate the cells', () => {
  expect(readLog('step,a\n"1,000","1,500"\n"12,000",2').log).toMatchObject({
    steps: [1000, 12000],
    layers: [{ gradientNorm: [1500, 2] }],
  })
})

test('of two columns with one name neither hides the other', () => {
  const { log } = readLog('step,a,a\n0,1,2')
  expect(log?.layers.map(({ gradientNorm }) => gradientNorm[0])).toEqual([1, 2])
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
  for (const words of [
    ['NaN', '-Infinity'],
    ['nan', '-inf'],
  ]) {
    const lines = words.map((word, i) => `{"step": ${i}, "note": "x: NaN, y", "a": ${word}}`)
    const { log, troubles } = readLog(lines.join('\n'))
    expect(troubles).toEqual([])
    expect(log?.layers[0]?.gradientNorm).toEqual([Number.NaN, -Infinity])
  }
  expect(readLog('step,a\n0,1\n1,NA\n2,n/a').troubles).toEqual([])
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

test.each([
  ['0,1e-7,0.5\n1,2e-7,0.25', { line: 1, expected: 'names', came: '0,1e-7,0.5' }],
  ['\n0,layers.0,0.5\n', { line: 2, expected: 'names', came: '0,layers.0,0.5' }],
  ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0', { line: 1, expected: 'text', came: '' }],
  ['', { line: 1, expected: 'columns', came: '' }],
  ['<!doctype html><p>hi', { line: 1, expected: 'columns', came: '' }],
] as const)('%j is no log, for one reason', (text, trouble) => {
  expect(readLog(text)).toMatchObject({ log: undefined, troubles: [trouble], troubleCount: 1 })
})

test('what is negative is no norm; of two numbers for a layer and step the later counts', () => {
  const { log, troubles } = readLog('step,a,b\n0,-1,2\n1,1,2\n1,3,4')
  expect(troubles).toEqual([
    { line: 2, expected: 'norm', came: '-1' },
    { line: 4, expected: 'once', came: '1' },
    { line: 4, expected: 'once', came: '1' },
  ])
  expect(log?.layers.map(({ gradientNorm }) => gradientNorm)).toEqual([
    [null, 3],
    [2, 4],
  ])
})

test('long cells, deep nesting and very many columns are read at once', () => {
  expect(readLog(`step,a\n0,${'1'.repeat(1e6)}x`).troubleCount).toBe(1)
  expect(readLog(`{"step":0,${' '.repeat(1e6)}"a":NaN}`).log?.layers).toHaveLength(1)
  expect(readLog('['.repeat(1e5)).log).toBeUndefined()
  expect(readLog(`${'{"a":'.repeat(1e4)}1${'}'.repeat(1e4)}`).log).toBeUndefined()
  const names = Array.from({ length: 2e5 }, (_, i) => `l${i}`)
  expect(readLog(`${names}\n${names.map(() => 1)}`).log?.layers).toHaveLength(2e5)
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
