import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { allParameters, allValues, runConfigs, settingFrom } from '../../src/experiment/setting.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { view as chainProductView } from '../../src/widgets/chain-product/view.ts'
import { view as gradientFlowView } from '../../src/widgets/gradient-flow/view.ts'
import { settingSchema } from '../../src/widgets/view.ts'

const schema = settingSchema(gradientFlow, gradientFlowView)
const all = allParameters(schema)

test('a link holds the settings of the run and of the view, and a band where there are seeds', () => {
  const own = Object.keys(gradientFlow.parameters)
  expect(Object.keys(all)).toEqual([...own, 'quantity', 'at', 'band'])
  expect(all['band']).toMatchObject({ options: ['off', 'on'], default: 'off' })
  expect(allParameters(settingSchema(chainProduct, chainProductView))).not.toHaveProperty('band')
})

test('a run is told its own settings and nothing of how it is shown', () => {
  const values = { ...defaults(all), depth: 3, at: 7, band: 'on' }
  const setting = settingFrom(schema, values, [])
  expect(setting).toEqual({
    config: { ...defaults(gradientFlow.parameters), depth: 3 },
    comparisons: [],
    view: { quantity: 'deltaNorm', at: 7 },
    band: true,
  })
  expect(allValues(schema, setting)).toEqual(values)
})

test('a compared run follows the controls but for what it holds fixed', () => {
  const config = { ...defaults(gradientFlow.parameters), depth: 5, weightSeed: 9 }
  const comparisons = [{ activation: 'tanh', depth: 2 } as const, { width: 4 }, {}]
  expect(runConfigs({ config, comparisons })).toEqual([
    config,
    { ...config, activation: 'tanh', depth: 2 },
    { ...config, width: 4 },
    config,
  ])
})
