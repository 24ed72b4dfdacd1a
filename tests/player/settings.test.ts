import { expect, test } from 'vitest'
import { defaults } from '../../src/experiment/parameters.ts'
import { chainProduct } from '../../src/experiments/chain-product/index.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { configOf, runConfigs, schemaOf } from '../../src/player/settings.ts'
import { chainProductView } from '../../src/widgets/chain-product/view.ts'
import { gradientFlowView } from '../../src/widgets/gradient-flow/view.ts'

const schema = schemaOf(gradientFlow, gradientFlowView)

test('a link holds the settings of the run and of the view, and a band where there are seeds', () => {
  const own = Object.keys(gradientFlow.parameters)
  expect(Object.keys(schema)).toEqual([...own, 'quantity', 'at', 'band'])
  expect(schema['band']).toMatchObject({ options: ['off', 'on'], default: 'off' })
  expect(schemaOf(chainProduct, chainProductView)).not.toHaveProperty('band')
})

test('a run is told its own settings and nothing of how it is shown', () => {
  const all = { ...defaults(schema), depth: 3, at: 7 }
  expect(configOf(gradientFlow, all)).toEqual({ ...defaults(gradientFlow.parameters), depth: 3 })
})

test('a compared run follows the controls but for what it holds fixed', () => {
  const config = { ...defaults(schema), depth: 5, weightSeed: 9, activation: 'relu' }
  const pinned = [
    { activation: 'tanh', depth: 2 },
    { activation: undefined, width: 4 },
  ]
  const [main, first, second, ...others] = runConfigs(gradientFlow, { config, pinned } as never)
  expect(main).toEqual(configOf(gradientFlow, config))
  expect(first).toEqual({ ...main, activation: 'tanh', depth: 2 })
  expect(first).toMatchObject({ weightSeed: 9 })
  expect(second).toEqual({ ...main, width: 4 })
  expect(others).toEqual([])
})
