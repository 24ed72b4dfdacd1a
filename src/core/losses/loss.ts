/**
 * A loss C: the mean over the batch of each example's sum over its outputs. Buffers are
 * `[batch, width]`; targets are one row an example, for classes one-hot.
 */
export interface Loss {
  readonly id: string
  /** The activation that the output layer needs, so that `value` gets what it expects. */
  readonly outputActivation: 'identity' | 'sigmoid'
  value(output: Float64Array, targets: Float64Array, batch: number, width: number): number
  /** ∂C/∂output, into `gradOutput`. */
  gradient(
    output: Float64Array,
    targets: Float64Array,
    gradOutput: Float64Array,
    batch: number,
    width: number,
  ): void
}
