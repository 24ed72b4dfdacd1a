/** A thread's entry: opens runs and computes what the page pulls. */
import { useFastKernels } from '../../core/fast.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { Session } from './session.ts'

const fast = useFastKernels()
const sessions = new Map<number, Promise<Session>>()
const post = (message: FromWorker) => self.postMessage(message)

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  const { run } = data
  try {
    if (data.type === 'start')
      sessions.set(
        run,
        fast.then(() => Session.open(data.experiment, data.config, data.part)),
      )
    else if (data.type === 'stop') sessions.delete(run)
    else {
      const session = await sessions.get(run)
      if (session) post({ type: 'chunk', run, chunk: session.pull(data.limit) })
    }
  } catch (error) {
    post({ type: 'failed', run, message: String(error) })
  }
}
