import type { GradientFlowConfig } from '../gradient-flow/record.ts'

export type ActivationRaceConfig = Pick<
  GradientFlowConfig,
  | 'activation'
  | 'depth'
  | 'width'
  | 'optimizer'
  | 'learningRate'
  | 'batchSize'
  | 'steps'
  | 'recordEvery'
  | 'dataSeed'
  | 'weightSeed'
  | 'batchSeed'
> & { readonly start: 'suited' | 'xavierNormal' | 'heNormal' }
