/** The source article's claims: their verdicts, where each is examined, and what its figures measure. */
import type { FigureClaim } from '../experiment/figure.ts'
import type { Verdict } from '../schemas/claims.ts'
import { chapters } from './chapters.ts'
import { claims } from './claim-list.ts'
import { figureByName, measureOf } from './figures.ts'
import { type FigurePlace, figurePlaces } from './figures-in.ts'
import { cheatSheet } from './words.ts'

export { claims }

export function verdictOf(id: string): Verdict {
  const claim = claims.find((one) => one.id === id.toUpperCase())
  if (claim) return claim.verdict
  throw new Error(`No claim ${id}: expected one of content/claims.json.`)
}

/** Where a claim has its home, and the figures that show it. */
export interface Examined {
  /** Of the passage, without language prefix: `/softmax/#c25`. */
  readonly path: string
  readonly chapter: string
  readonly figures: readonly ShownBy[]
}

interface ShownBy extends FigurePlace {
  readonly checks: readonly Check[]
}

/** What the suite checks, and what was measured for this very page. */
interface Check extends FigureClaim {
  readonly value: number
}

/** By claim; a claim that nothing examines yet is missing. */
export async function examined(lang: string): Promise<ReadonlyMap<string, Examined>> {
  const all = await chapters(lang)
  const homes = all.flatMap(({ slug, entry: { data } }) =>
    data.claims.map((id) => ({ id, path: `/${slug}/`, chapter: data.title })),
  )
  homes.push({ id: 'C50', path: '/cheat-sheet/', chapter: cheatSheet(lang).title })
  const found = new Map<string, Examined & { figures: ShownBy[] }>()
  for (const { id, path, chapter } of homes) {
    found.set(id, { path: `${path}#${id.toLowerCase()}`, chapter, figures: [] })
  }
  for (const [name, place] of figurePlaces(all)) {
    for (const [id, checks] of await checksOf(name)) {
      found.get(id)?.figures.push({ ...place, checks })
    }
  }
  return found
}

/** Measures what a figure claims. A claim that does not hold stops the build: no page may say it. */
async function checksOf(name: string): Promise<Map<string, Check[]>> {
  const byClaim = new Map<string, Check[]>()
  for (const claim of figureByName(name).claims) {
    if (claim.shows.length === 0) continue
    const value = await measureOf(name, claim.run, claim.measure, claim.over)
    if (!(value >= (claim.min ?? -Infinity) && value <= (claim.max ?? Infinity))) {
      throw new Error(`figure ${name}, ${claim.run}.${claim.measure}: ${value} is not as claimed`)
    }
    for (const id of claim.shows) {
      byClaim.set(id, [...(byClaim.get(id) ?? []), { ...claim, value }])
    }
  }
  return byClaim
}
