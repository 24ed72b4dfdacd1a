/** What is needed once there is a log, fetched then: a page at rest has its answer in its markup. */
export { Findings } from './Findings.tsx'
export { type Examined, examine } from './reader.ts'
export { sayRun, sayTrouble } from './say.ts'
