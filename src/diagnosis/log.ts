/**
 * What a training run wrote down about itself: one number a layer and step. A number that was not
 * written is `null`; one that was, and is not finite, is kept: that is what the log is read for.
 */
export interface TrainingLog {
  /** Ascending. */
  readonly steps: readonly number[]
  /** From input to output, as far as the log's own order says. */
  readonly layers: readonly LayerLog[]
  readonly loss?: Column
}

export interface LayerLog {
  readonly name: string
  /** Norm of the gradient of the layer's weights. */
  readonly gradientNorm: Column
  /** ‖ΔW‖/‖W‖ of a step. */
  readonly updateRatio?: Column
  /** Share of units whose slope is near zero. */
  readonly saturated?: Column
  /** Share of units whose slope is zero for every example. */
  readonly dead?: Column
}

/** As long as `steps`. */
export type Column = readonly (number | null)[]

export type Quantity = Exclude<keyof LayerLog, 'name'>
export const quantities: readonly Quantity[] = ['gradientNorm', 'updateRatio', 'saturated', 'dead']
