/**
 * What all figures of one widget in a page have in common. It is in the page once, as JSON beside the first
 * of them, because it is longer than all that is their own.
 */
import type { ExperimentMeta } from '../experiment/experiment.ts'
import type { ViewMeta } from '../widgets/view.ts'
import type { PlayerWords } from './words.ts'

export interface PageData {
  readonly experiment: ExperimentMeta
  readonly view: ViewMeta
  readonly words: PlayerWords
}

const known = new Map<string, PageData>()

/** Called by the build, which renders figures too and has no page to read from. */
export function setPageData(key: string, data: PageData): void {
  known.set(key, data)
}

/** Read from the page the first time; throws if it is not there. */
export function pageData(key: string): PageData {
  let data = known.get(key)
  if (!data) {
    const block = document.querySelector(`script[data-shared="${key}"]`)
    data = JSON.parse(block?.textContent ?? '') as PageData
    known.set(key, data)
  }
  return data
}
