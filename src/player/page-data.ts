/**
 * What all figures of one widget in a page have in common. It stands once in the page, as JSON beside the first
 * of them, for it is longer than all that is their own.
 */
import type { Description } from '../experiment/experiment.ts'
import type { LabWords } from './words.ts'

export interface Shared {
  readonly experiment: Description
  readonly words: LabWords
}

const known = new Map<string, Shared>()

/** By the build, which draws figures too and has no page to read. */
export function share(key: string, shared: Shared): void {
  known.set(key, shared)
}

/** Read from the page where it is needed first; throws if it is not there. */
export function sharedBy(key: string): Shared {
  let shared = known.get(key)
  if (!shared) {
    const block = document.querySelector(`script[data-shared="${key}"]`)
    shared = JSON.parse(block?.textContent ?? '') as Shared
    known.set(key, shared)
  }
  return shared
}
