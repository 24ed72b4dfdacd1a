/** The verdicts that there are, and where the lines between them are drawn. */

/** In the order in which they are looked for. */
export const verdicts = [
  'nonFinite',
  'exploding',
  'tooFast',
  'wrongScale',
  'dead',
  'saturated',
  'vanishing',
  'tooSlow',
  'healthy',
] as const
export type Verdict = (typeof verdicts)[number]

/** Where the lines are drawn. None is a law: layers differ in size, and so do their gradients. */
export const limits = {
  /** So many times from what is usual is too far: for gradients between layers, and for updates. */
  far: 100,
  /** The common rule of thumb for ‖ΔW‖/‖W‖ of a step (Karpathy's course notes). */
  usualUpdate: 1e-3,
  /** A share of units at or above which a layer counts as saturated. Half of a healthy ReLU layer is off. */
  saturated: 0.8,
  /** The loss has not moved if its last quarter is above this share of its first … */
  flat: 0.98,
  /** … and has risen if it is above this. */
  risen: 1.5,
  /** Below this a single-precision gradient of 0 is one too small to be written down. */
  underflow: 1e-30,
} as const
