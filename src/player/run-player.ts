/** Drives the runs of one widget: opens, runs, pauses and steps them, and collects their records. */
import type { ExperimentMeta } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'
import { type RecordSource, RunClient } from '../experiment/workers/client.ts'
import { PartsClient } from '../experiment/workers/parts-client.ts'
import { pagePool, type WorkerPool } from '../experiment/workers/pool.ts'
import type { Limit } from '../experiment/workers/protocol.ts'
import { fillBands } from './fill-bands.ts'
import type { RunState } from './run-state.ts'

/** `rest`: the figure as it was built. `failed`: a run could not be computed at all. */
export type Phase = 'rest' | 'opening' | 'ready' | 'running' | 'done' | 'failed'

/** Steps a second, or as fast as the machine allows. */
export type Pace = number | 'fast'

interface RunHandle {
  readonly client: RecordSource
  readonly state: RunState
}

/** Milliseconds of work between two redraws: one frame, or three for maps, which are expensive to draw. */
const frameBudget = 16
const mapFrameBudget = 50

export class RunPlayer {
  phase: Phase = 'rest'
  pace: Pace = 'fast'
  #wantsBand = false
  readonly #experiment: ExperimentMeta
  readonly #changed: () => void
  readonly #pool: WorkerPool
  #handles: readonly RunHandle[] = []
  /** Cancellation token: incremented to invalidate in-flight work; loops re-check it after each await. */
  #token = 0
  #next: readonly Config[] | undefined
  #opening: Promise<void> | undefined
  /** Settles with the last step that was requested. */
  #stepping: Promise<void> = Promise.resolve()
  /** The same for a band that is being filled. */
  #bandToken = 0
  #visible = true
  readonly #visibilityWaiters: (() => void)[] = []
  #pausing = false
  /** Ends the wait for the next step of a slow pace. */
  #endWait: (() => void) | undefined
  /** Compared runs advance together: none gets more than this many records until all have them. */
  #goal = 0
  /** How far the goal is moved each time: as many records as fit a frame, judging by the last one. */
  #batchSize = 1

  constructor(experiment: ExperimentMeta, changed: () => void, pool = pagePool) {
    this.#experiment = experiment
    this.#changed = changed
    this.#pool = pool
  }

  get runs(): readonly RunState[] {
    return this.#handles.map(({ state }) => state)
  }

  get onMainThread(): boolean {
    return this.#handles.some(({ client }) => client.onMainThread)
  }

  /** Whether its runs consist of parts, as maps do, whose records are not steps in time. */
  get hasParts(): boolean {
    return this.#experiment.parts !== undefined
  }

  /** The completed share of runs that consist of parts, from 0 to 1; undefined for others. */
  get progress(): number | undefined {
    const all = this.#handles.flatMap(({ client }) => client.progress ?? [])
    return all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : undefined
  }

  /** Opens these configurations and shows the first record of each. The newest call wins. */
  open(configs: readonly Config[], withBand = false): Promise<void> {
    this.#wantsBand = withBand
    this.#token++
    this.#bandToken++
    this.#next = configs
    this.#opening ??= this.#openNewest().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #openNewest(): Promise<void> {
    while (this.#next) {
      const configs: readonly Config[] = this.#next
      this.#next = undefined
      this.phase = 'opening'
      const handles = configs.map((config) => this.#createHandle(config))
      const opened = await this.#guard(() =>
        Promise.all(handles.map((handle) => this.#first(handle, () => !this.#next))),
      )
      if (opened && !this.#next) {
        this.#replace(handles)
        this.#settle('ready')
      } else for (const { client } of handles) client.stop()
    }
    if (this.#wantsBand && this.phase !== 'failed') void this.#fillBands()
  }

  /** Runs to the end once opened; cancelled by a later open(). */
  async run(): Promise<void> {
    const asked = this.#token
    await this.#stepping
    await this.#opening
    if (this.phase !== 'ready' || asked !== this.#token) return
    this.phase = 'running'
    this.#pausing = false
    const token = ++this.#token
    this.#changed()
    while (this.phase === 'running' && token === this.#token) {
      await this.#untilVisible()
      if (token !== this.#token) return
      const advance = () => Promise.all([this.#advance(), this.#wait()])
      if (!(await this.#guard(advance)) || token !== this.#token) return
      this.#settle(this.#pausing ? 'ready' : 'running')
    }
  }

  /** Stops once the pending pulls have been answered, so that no record arrives after the pause. */
  pause(): void {
    this.#pausing = true
    this.#endWait?.()
  }

  /** Advances by one record. Steps requested faster than they complete are queued. */
  step(): Promise<void> {
    const token = this.#token
    this.#stepping = this.#stepping.then(() => this.#stepOnce(token))
    return this.#stepping
  }

  async #stepOnce(token: number): Promise<void> {
    await this.#opening
    const wanted = () => this.phase === 'ready' && token === this.#token
    const open = this.runs.filter(({ done }) => !done)
    if (!wanted() || open.length === 0) return
    this.#goal = 1 + Math.min(...open.map(({ records }) => records.length))
    while (wanted() && this.#shorterThan(this.#goal).length > 0) {
      if (!(await this.#guard(() => this.#pullAll(40)))) return
    }
    if (wanted()) this.#settle('ready')
  }

  /** Shows or hides the band over many seeds; the runs themselves are not affected. */
  async band(wanted: boolean): Promise<void> {
    this.#wantsBand = wanted
    this.#bandToken++
    if (!wanted) for (const { state } of this.#handles) state.band.length = 0
    this.#changed()
    if (wanted && this.#handles.length > 0) await this.#fillBands()
  }

  /** Nothing is computed while the widget is off screen. */
  setVisible(visible: boolean): void {
    this.#visible = visible
    if (visible) for (const goOn of this.#visibilityWaiters.splice(0)) goOn()
  }

  close(): void {
    this.#token++
    this.#bandToken++
    this.#replace([])
  }

  #createHandle(config: Config): RunHandle {
    const client = this.hasParts
      ? new PartsClient(this.#experiment, config, this.#pool)
      : new RunClient(this.#experiment.id, config, { pool: this.#pool })
    return { client, state: { config, records: [], band: [], done: false, fingerprint: '' } }
  }

  #replace(handles: readonly RunHandle[]): void {
    for (const { client } of this.#handles) client.stop()
    this.#handles = handles
    this.#goal = 0
    this.#batchSize = 1
  }

  async #first(handle: RunHandle, isWanted: () => boolean): Promise<void> {
    while (handle.state.records.length === 0 && !handle.state.done && isWanted()) {
      await this.#pull(handle, { records: 1, milliseconds: 40 })
    }
  }

  /** One frame's work: towards the goal, or towards the next one once all runs have reached it. */
  async #advance(): Promise<void> {
    const { records, milliseconds } = this.#limit()
    const isNew = this.#shorterThan(this.#goal).length === 0
    if (isNew) this.#goal = Math.max(...this.#handles.map(lengthOf)) + records
    const start = performance.now()
    await this.#pullAll(milliseconds)
    const isReached = isNew && this.#shorterThan(this.#goal).length === 0
    const fit = isReached ? Math.min(4, frameBudget / Math.max(1, performance.now() - start)) : 0.5
    this.#batchSize = Math.max(1, Math.min(1000, Math.round(this.#batchSize * fit)))
  }

  /** Pulls from all runs that are behind at once, each on a worker of its own if there are enough. */
  #pullAll(milliseconds: number): Promise<unknown> {
    const pulls = this.#shorterThan(this.#goal).map((handle) =>
      this.#pull(handle, { records: Math.min(1000, this.#goal - lengthOf(handle)), milliseconds }),
    )
    return Promise.all(pulls)
  }

  /** The unfinished runs with fewer records than this. */
  #shorterThan(goal: number): RunHandle[] {
    return this.#handles.filter((handle) => !handle.state.done && lengthOf(handle) < goal)
  }

  async #pull({ client, state }: RunHandle, limit: Limit) {
    const { records, done, fingerprint } = await client.pull(limit)
    state.records.push(...records)
    state.done = done
    state.fingerprint = fingerprint
  }

  #limit(): Limit {
    if (this.pace !== 'fast') return { records: 1, milliseconds: 1000 }
    const handles = this.#handles.length
    const turns = Math.ceil(handles / this.#pool.size)
    const whole = this.hasParts ? mapFrameBudget : frameBudget
    return { records: handles > 1 ? this.#batchSize : 1000, milliseconds: whole / turns }
  }

  /** Waits for the next frame, or for the next step of a slow pace. */
  #wait(): Promise<unknown> {
    if (this.pace === 'fast') return new Promise(requestAnimationFrame)
    return new Promise<void>((resolve) => {
      this.#endWait = resolve
      setTimeout(resolve, 1000 / Number(this.pace))
    })
  }

  async #untilVisible(): Promise<void> {
    if (!this.#visible) await new Promise<void>((resolve) => this.#visibilityWaiters.push(resolve))
  }

  async #fillBands(): Promise<void> {
    const token = ++this.#bandToken
    const isWanted = () => token === this.#bandToken
    const firstRecord = async (config: Config) => {
      await this.#untilVisible()
      if (!isWanted()) return undefined
      const handle = this.#createHandle(config)
      const pulled = await this.#guard(() => this.#first(handle, isWanted))
      handle.client.stop()
      if (!pulled) this.#bandToken++
      return isWanted() ? handle.state.records[0] : undefined
    }
    await fillBands({
      experiment: this.#experiment,
      runs: this.runs,
      concurrency: this.#pool.size,
      firstRecord,
      changed: this.#changed,
    })
    this.#changed()
  }

  #settle(phase: Phase): void {
    const over = this.#handles.length > 0 && this.#handles.every(({ state }) => state.done)
    this.phase = over ? 'done' : phase
    this.#changed()
  }

  /** Whether the work succeeded; if not, the phase is `failed` and the widget says so. */
  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      console.error(error)
      this.#token++
      this.phase = 'failed'
      this.#changed()
      return false
    }
  }
}

const lengthOf = ({ state }: RunHandle): number => state.records.length
