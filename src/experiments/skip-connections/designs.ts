export const designs = {
  plain: { isResidual: false, normalization: 'none' },
  residual: { isResidual: true, normalization: 'none' },
  scaled: { isResidual: true, normalization: 'none' },
  batchNorm: { isResidual: false, normalization: 'batch' },
  layerNorm: { isResidual: false, normalization: 'layer' },
  residualBatchNorm: { isResidual: true, normalization: 'batch' },
  residualLayerNorm: { isResidual: true, normalization: 'layer' },
} as const

export type Design = keyof typeof designs
