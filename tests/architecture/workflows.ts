/** Checks of the GitHub workflows: pinned actions, least permissions, and no deployment without tests. */
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
}
interface Job {
  readonly uses?: string
  readonly needs?: string | readonly string[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}
export interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

export const workflow = (source: string): Workflow => parse(source)

/**
 * Uses of an action that are not pinned to a commit, with the version in a comment. A tag can be moved to
 * other code by whoever takes over the action.
 */
export function unpinned(source: string): string[] {
  const pinned = /uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)+$/
  return source
    .split('\n')
    .filter((line) => /^\s*(- )?uses:/.test(line))
    .filter((line) => !line.includes('uses: ./') && !pinned.test(line))
}

/** Jobs that publish though the job that calls Test, or one before them, may have failed. */
export function deploysUntested({ jobs }: Workflow): string[] {
  const test = './.github/workflows/test.yml'
  const waits = (name: string): boolean =>
    jobs[name]?.uses === test || [jobs[name]?.needs ?? []].flat().some(waits)
  const publishes = (job: Job) =>
    job.steps?.some(({ uses }) => uses?.startsWith('actions/deploy-pages@'))
  return Object.keys(jobs).filter((name) => publishes(jobs[name] as Job) && !waits(name))
}

/** Rights to write that a whole workflow has, or a job other than the one that publishes. */
export function rightsToWrite({ permissions, jobs }: Workflow): string[] {
  const writes = (rights: Workflow['permissions']) =>
    rights === undefined ? false : Object.values(rights).includes('write')
  return [
    ...(permissions === undefined || writes(permissions) ? ['workflow'] : []),
    ...Object.keys(jobs).filter((name) => writes(jobs[name]?.permissions)),
  ]
}
