/** A run on the page's own thread: in slices so short that the page paints and answers between them. */
import type { Chunk, Limit } from './protocol.ts'
import type { Session } from './session.ts'

const slice = 8

export async function pullInSlices(session: Session, limit: Limit): Promise<Chunk> {
  const end = performance.now() + limit.milliseconds
  const short = Math.min(slice, limit.milliseconds)
  let chunk = session.pull({ records: limit.records, milliseconds: short })
  while (!chunk.done && chunk.records.length < limit.records && performance.now() < end) {
    await yieldToEventLoop()
    const missing = limit.records - chunk.records.length
    const more = session.pull({ records: missing, milliseconds: slice })
    chunk = { ...more, records: [...chunk.records, ...more.records] }
  }
  return chunk
}

/** Computes records again that were delivered already, unless nobody wants the rest any more. */
export async function skipInSlices(session: Session, records: number, isWanted: () => boolean) {
  for (let missed = records; missed > 0 && isWanted(); ) {
    missed -= session.pull({ records: missed, milliseconds: slice }).records.length
    await yieldToEventLoop()
  }
}

const yieldToEventLoop = () => new Promise((resolve) => setTimeout(resolve, 0))
