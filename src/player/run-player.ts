/** Drives the runs of one widget: opens them, runs, pauses, steps, and gathers their records. */
import type { ExperimentMeta } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'
import { type RecordSource, RunClient } from '../experiment/workers/client.ts'
import { PartsClient } from '../experiment/workers/parts-client.ts'
import { pagePool, type WorkerPool } from '../experiment/workers/pool.ts'
import type { Limit } from '../experiment/workers/protocol.ts'
import { fillBands } from './fill-bands.ts'
import type { RunState } from './run-state.ts'

/** `rest`: the figure as it came. `failed`: a run could not be computed at all. */
export type Phase = 'rest' | 'opening' | 'ready' | 'running' | 'done' | 'failed'

/** Steps a second, or as fast as the machine allows. */
export type Pace = number | 'fast'

interface RunHandle {
  readonly client: RecordSource
  readonly track: RunState
}

/** Milliseconds of work between two drawings: a frame, or for a map, where each drawing is dear, three. */
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
  /** Raised by whatever makes work in progress pointless; each loop looks after every wait. */
  #token = 0
  #next: readonly Config[] | undefined
  #opening: Promise<void> | undefined
  /** The last step asked for. */
  #stepping: Promise<void> = Promise.resolve()
  /** Raised by whatever makes a band in progress pointless. */
  #bandToken = 0
  #visible = true
  readonly #visibilityWaiters: (() => void)[] = []
  #pausing = false
  /** Cuts the wait for the next beat of a slow pace short. */
  #endWait: (() => void) | undefined
  /** Runs that are compared go on together: none gets more than this many records until all have them. */
  #goal = 0
  /** How far the goal is moved each time: as many records as fit a beat, going by the last one. */
  #batchSize = 1

  constructor(experiment: ExperimentMeta, changed: () => void, pool = pagePool) {
    this.#experiment = experiment
    this.#changed = changed
    this.#pool = pool
  }

  get runs(): readonly RunState[] {
    return this.#handles.map(({ track }) => track)
  }

  get onMainThread(): boolean {
    return this.#handles.some(({ client }) => client.onMainThread)
  }

  /** Whether its runs are maps and the like, whose steps are not steps in time. */
  get hasParts(): boolean {
    return this.#experiment.parts !== undefined
  }

  /** How much of a map is done, from 0 to 1; undefined for runs that show their steps. */
  get progress(): number | undefined {
    const shares = this.#handles.flatMap(({ client }) => client.progress ?? [])
    return shares.length > 0 ? shares.reduce((sum, one) => sum + one, 0) / shares.length : undefined
  }

  /** Starts anew with these configurations and shows the first record of each. The newest call wins. */
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
      const lanes = configs.map((config) => this.#open(config))
      const opened = await this.#guard(() =>
        Promise.all(lanes.map((lane) => this.#first(lane, () => !this.#next))),
      )
      if (opened && !this.#next) {
        this.#replace(lanes)
        this.#settle('ready')
      } else for (const { client } of lanes) client.stop()
    }
    if (this.#wantsBand && this.phase !== 'failed') void this.#fillBands()
  }

  /** To the end, as soon as what is being opened is there; opening anything else before takes that back. */
  async run(): Promise<void> {
    const asked = this.#token
    await this.#stepping
    await this.#opening
    if (this.phase !== 'ready' || asked !== this.#token) return
    this.phase = 'running'
    this.#pausing = false
    const generation = ++this.#token
    this.#changed()
    while (this.phase === 'running' && generation === this.#token) {
      await this.#untilVisible()
      if (generation !== this.#token) return
      const advance = () => Promise.all([this.#advance(), this.#wait()])
      if (!(await this.#guard(advance)) || generation !== this.#token) return
      this.#settle(this.#pausing ? 'ready' : 'running')
    }
  }

  /** Stops once what was asked of the worker has come, so that nothing arrives after the pause. */
  pause(): void {
    this.#pausing = true
    this.#endWait?.()
  }

  /** One record on, however long it takes. Steps asked for faster than they are done follow one another. */
  step(): Promise<void> {
    const generation = this.#token
    this.#stepping = this.#stepping.then(() => this.#stepOnce(generation))
    return this.#stepping
  }

  async #stepOnce(generation: number): Promise<void> {
    await this.#opening
    const wanted = () => this.phase === 'ready' && generation === this.#token
    const open = this.runs.filter(({ done }) => !done)
    if (!wanted() || open.length === 0) return
    this.#goal = 1 + Math.min(...open.map(({ records }) => records.length))
    while (wanted() && this.#shorterThan(this.#goal).length > 0) {
      if (!(await this.#guard(() => this.#pullAll(40)))) return
    }
    if (wanted()) this.#settle('ready')
  }

  /** Shows or hides the band over many seeds; computing it leaves the runs as they are. */
  async band(wanted: boolean): Promise<void> {
    this.#wantsBand = wanted
    this.#bandToken++
    if (!wanted) for (const { track } of this.#handles) track.band.length = 0
    this.#changed()
    if (wanted && this.#handles.length > 0) await this.#fillBands()
  }

  /** Out of sight nothing is computed. */
  setVisible(visible: boolean): void {
    this.#visible = visible
    if (visible) for (const goOn of this.#visibilityWaiters.splice(0)) goOn()
  }

  close(): void {
    this.#token++
    this.#bandToken++
    this.#replace([])
  }

  #open(config: Config): RunHandle {
    const client = this.hasParts
      ? new PartsClient(this.#experiment, config, this.#pool)
      : new RunClient(this.#experiment.id, config, { pool: this.#pool })
    return { client, track: { config, records: [], band: [], done: false, fingerprint: '' } }
  }

  #replace(lanes: readonly RunHandle[]): void {
    for (const { client } of this.#handles) client.stop()
    this.#handles = lanes
    this.#goal = 0
    this.#batchSize = 1
  }

  async #first(lane: RunHandle, isWanted: () => boolean): Promise<void> {
    while (lane.track.records.length === 0 && !lane.track.done && isWanted()) {
      await this.#pull(lane, { records: 1, milliseconds: 40 })
    }
  }

  /** One beat: towards the goal, or, where all are there, towards the next. */
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

  /** Each on a worker of its own, if there are as many. */
  #pullAll(milliseconds: number): Promise<unknown> {
    const pulls = this.#shorterThan(this.#goal).map((lane) =>
      this.#pull(lane, { records: Math.min(1000, this.#goal - lengthOf(lane)), milliseconds }),
    )
    return Promise.all(pulls)
  }

  /** The runs that still have fewer records than this to give. */
  #shorterThan(goal: number): RunHandle[] {
    return this.#handles.filter((lane) => !lane.track.done && lengthOf(lane) < goal)
  }

  async #pull({ client, track }: RunHandle, limit: Limit) {
    const { records, done, fingerprint } = await client.pull(limit)
    track.records.push(...records)
    track.done = done
    track.fingerprint = fingerprint
  }

  #limit(): Limit {
    if (this.pace !== 'fast') return { records: 1, milliseconds: 1000 }
    const lanes = this.#handles.length
    const turns = Math.ceil(lanes / this.#pool.size)
    const whole = this.hasParts ? mapFrameBudget : frameBudget
    return { records: lanes > 1 ? this.#batchSize : 1000, milliseconds: whole / turns }
  }

  /** To the next frame, or to the next beat of a slow pace. */
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
    const filling = ++this.#bandToken
    const isWanted = () => filling === this.#bandToken
    const firstRecord = async (config: Config) => {
      await this.#untilVisible()
      if (!isWanted()) return undefined
      const lane = this.#open(config)
      const pulled = await this.#guard(() => this.#first(lane, isWanted))
      lane.client.stop()
      if (!pulled) this.#bandToken++
      return isWanted() ? lane.track.records[0] : undefined
    }
    await fillBands({
      experiment: this.#experiment,
      tracks: this.runs,
      atOnce: this.#pool.size,
      firstRecord,
      changed: this.#changed,
    })
    this.#changed()
  }

  #settle(phase: Phase): void {
    const over = this.#handles.length > 0 && this.#handles.every(({ track }) => track.done)
    this.phase = over ? 'done' : phase
    this.#changed()
  }

  /** Whether the work could be done; if not, the widget says so. */
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

const lengthOf = ({ track }: RunHandle): number => track.records.length
