import { measure } from '../../experiment/measure.ts'
import type { LinearCollapseRecord } from './record.ts'

type Records = readonly LinearCollapseRecord[]

const count = (...lists: readonly (readonly number[] | undefined)[]) =>
  lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)

/** Numbers that captions, prose and claims quote. */
export const linearCollapseMeasures = {
  difference: measure('number', ([record]: Records) => record?.difference ?? Number.NaN),
  bend: measure('number', ([record]: Records) => record?.bend ?? Number.NaN),
  /** How many weights and biases the network has, and how many the one matrix with its bias. */
  parameters: measure('count', ([record]: Records) => count(record?.weights, record?.biases)),
  collapsedParameters: measure('count', ([record]: Records) =>
    count(record?.matrix, record?.constant),
  ),
}
