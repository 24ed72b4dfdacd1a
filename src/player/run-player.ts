/** Drives the runs of one widget: opens them, runs, pauses, steps, and gathers their records. */
import type { Description } from '../experiment/experiment.ts'
import type { Config } from '../experiment/parameters.ts'
import { type Puller, RunClient } from '../experiment/workers/client.ts'
import { PartsClient } from '../experiment/workers/parts-client.ts'
import { pagePool, type WorkerPool } from '../experiment/workers/pool.ts'
import type { Limit } from '../experiment/workers/protocol.ts'
import { fillBands } from './fill-bands.ts'
import type { Track } from './track.ts'

/** `rest`: the figure as it came. `failed`: a run could not be computed at all. */
export type Phase = 'rest' | 'opening' | 'ready' | 'running' | 'done' | 'failed'

/** Steps a second, or as fast as the machine allows. */
export type Pace = number | 'fast'

interface Lane {
  readonly client: Puller
  readonly track: Track
}

/** Milliseconds of work between two drawings: a frame, or for a map, where each drawing is dear, three. */
const beat = 16
const mapBeat = 50

export class Conductor {
  phase: Phase = 'rest'
  pace: Pace = 'fast'
  wantsBand = false
  readonly #experiment: Description
  readonly #changed: () => void
  readonly #pool: WorkerPool
  #lanes: readonly Lane[] = []
  /** Raised by whatever makes work in progress pointless; each loop looks after every wait. */
  #generation = 0
  #next: readonly Config[] | undefined
  #opening: Promise<void> | undefined
  /** The last step asked for. */
  #stepping: Promise<void> = Promise.resolve()
  /** Raised by whatever makes a band in progress pointless. */
  #filling = 0
  #visible = true
  readonly #seen: (() => void)[] = []
  #pausing = false
  /** Cuts the wait for the next beat of a slow pace short. */
  #beat: (() => void) | undefined
  /** Runs that are compared go on together: none gets more than this many records until all have them. */
  #goal = 0
  /** How far the goal is moved each time: as many records as fit a beat, going by the last one. */
  #stride = 1

  constructor(experiment: Description, changed: () => void, pool = pagePool) {
    this.#experiment = experiment
    this.#changed = changed
    this.#pool = pool
  }

  get tracks(): readonly Track[] {
    return this.#lanes.map(({ track }) => track)
  }

  get onMainThread(): boolean {
    return this.#lanes.some(({ client }) => client.onMainThread)
  }

  /** Whether its runs are maps and the like, whose steps are not steps in time. */
  get isOfParts(): boolean {
    return this.#experiment.parts !== undefined
  }

  /** How much of a map is done, from 0 to 1; undefined for runs that show their steps. */
  get share(): number | undefined {
    const shares = this.#lanes.flatMap(({ client }) => client.share ?? [])
    return shares.length > 0 ? shares.reduce((sum, one) => sum + one, 0) / shares.length : undefined
  }

  /** Starts anew with these configurations and shows the first record of each. The newest call wins. */
  open(configs: readonly Config[]): Promise<void> {
    this.#generation++
    this.#filling++
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
      const lanes = configs.map((config) => this.#lane(config))
      const opened = await this.#guard(() =>
        Promise.all(lanes.map((lane) => this.#first(lane, () => !this.#next))),
      )
      if (opened && !this.#next) {
        this.#replace(lanes)
        this.#settle('ready')
      } else for (const { client } of lanes) client.stop()
    }
    if (this.wantsBand && this.phase !== 'failed') void this.#fillBands()
  }

  /** To the end, as soon as what is being opened is there; opening anything else before takes that back. */
  async run(): Promise<void> {
    const asked = this.#generation
    await this.#stepping
    await this.#opening
    if (this.phase !== 'ready' || asked !== this.#generation) return
    this.phase = 'running'
    this.#pausing = false
    const generation = ++this.#generation
    this.#changed()
    while (this.phase === 'running' && generation === this.#generation) {
      await this.#untilSeen()
      if (generation !== this.#generation) return
      const advance = () => Promise.all([this.#advance(), this.#wait()])
      if (!(await this.#guard(advance)) || generation !== this.#generation) return
      this.#settle(this.#pausing ? 'ready' : 'running')
    }
  }

  /** Stops once what was asked of the worker has come, so that nothing arrives after the pause. */
  pause(): void {
    this.#pausing = true
    this.#beat?.()
  }

  /** One record on, however long it takes. Steps asked for faster than they are done follow one another. */
  step(): Promise<void> {
    const generation = this.#generation
    this.#stepping = this.#stepping.then(() => this.#stepOnce(generation))
    return this.#stepping
  }

  async #stepOnce(generation: number): Promise<void> {
    await this.#opening
    const wanted = () => this.phase === 'ready' && generation === this.#generation
    const open = this.tracks.filter(({ done }) => !done)
    if (!wanted() || open.length === 0) return
    this.#goal = 1 + Math.min(...open.map(({ records }) => records.length))
    while (wanted() && this.#behind(this.#goal).length > 0) {
      if (!(await this.#guard(() => this.#pullAll(40)))) return
    }
    if (wanted()) this.#settle('ready')
  }

  /** Shows or hides the band over many seeds; computing it leaves the runs as they are. */
  async band(wanted: boolean): Promise<void> {
    this.wantsBand = wanted
    this.#filling++
    if (!wanted) for (const { track } of this.#lanes) track.band.length = 0
    this.#changed()
    if (wanted && this.#lanes.length > 0) await this.#fillBands()
  }

  /** Out of sight nothing is computed. */
  see(visible: boolean): void {
    this.#visible = visible
    if (visible) for (const goOn of this.#seen.splice(0)) goOn()
  }

  close(): void {
    this.#generation++
    this.#filling++
    this.#replace([])
  }

  #lane(config: Config): Lane {
    const client = this.isOfParts
      ? new PartsClient(this.#experiment, config, this.#pool)
      : new RunClient(this.#experiment.id, config, { pool: this.#pool })
    return { client, track: { config, records: [], band: [], done: false, fingerprint: '' } }
  }

  #replace(lanes: readonly Lane[]): void {
    for (const { client } of this.#lanes) client.stop()
    this.#lanes = lanes
    this.#goal = 0
    this.#stride = 1
  }

  async #first(lane: Lane, isWanted: () => boolean): Promise<void> {
    while (lane.track.records.length === 0 && !lane.track.done && isWanted()) {
      await this.#pull(lane, { records: 1, milliseconds: 40 })
    }
  }

  /** One beat: towards the goal, or, where all are there, towards the next. */
  async #advance(): Promise<void> {
    const { records, milliseconds } = this.#limit()
    const isNew = this.#behind(this.#goal).length === 0
    if (isNew) this.#goal = Math.max(...this.#lanes.map(lengthOf)) + records
    const start = performance.now()
    await this.#pullAll(milliseconds)
    const isReached = isNew && this.#behind(this.#goal).length === 0
    const fit = isReached ? Math.min(4, beat / Math.max(1, performance.now() - start)) : 0.5
    this.#stride = Math.max(1, Math.min(1000, Math.round(this.#stride * fit)))
  }

  /** Each on a worker of its own, if there are as many. */
  #pullAll(milliseconds: number): Promise<unknown> {
    const pulls = this.#behind(this.#goal).map((lane) =>
      this.#pull(lane, { records: Math.min(1000, this.#goal - lengthOf(lane)), milliseconds }),
    )
    return Promise.all(pulls)
  }

  /** The runs that still have fewer records than this to give. */
  #behind(goal: number): Lane[] {
    return this.#lanes.filter((lane) => !lane.track.done && lengthOf(lane) < goal)
  }

  async #pull({ client, track }: Lane, limit: Limit) {
    const { records, done, fingerprint } = await client.pull(limit)
    track.records.push(...records)
    track.done = done
    track.fingerprint = fingerprint
  }

  #limit(): Limit {
    if (this.pace !== 'fast') return { records: 1, milliseconds: 1000 }
    const lanes = this.#lanes.length
    const turns = Math.ceil(lanes / this.#pool.size)
    const whole = this.isOfParts ? mapBeat : beat
    return { records: lanes > 1 ? this.#stride : 1000, milliseconds: whole / turns }
  }

  /** To the next frame, or to the next beat of a slow pace. */
  #wait(): Promise<unknown> {
    if (this.pace === 'fast') return new Promise(requestAnimationFrame)
    return new Promise<void>((resolve) => {
      this.#beat = resolve
      setTimeout(resolve, 1000 / Number(this.pace))
    })
  }

  async #untilSeen(): Promise<void> {
    if (!this.#visible) await new Promise<void>((resolve) => this.#seen.push(resolve))
  }

  async #fillBands(): Promise<void> {
    const filling = ++this.#filling
    const isWanted = () => filling === this.#filling
    const firstRecord = async (config: Config) => {
      await this.#untilSeen()
      if (!isWanted()) return undefined
      const lane = this.#lane(config)
      const pulled = await this.#guard(() => this.#first(lane, isWanted))
      lane.client.stop()
      if (!pulled) this.#filling++
      return isWanted() ? lane.track.records[0] : undefined
    }
    await fillBands({
      experiment: this.#experiment,
      tracks: this.tracks,
      atOnce: this.#pool.size,
      firstRecord,
      changed: this.#changed,
    })
    this.#changed()
  }

  #settle(phase: Phase): void {
    const over = this.#lanes.length > 0 && this.#lanes.every(({ track }) => track.done)
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
      this.#generation++
      this.phase = 'failed'
      this.#changed()
      return false
    }
  }
}

const lengthOf = ({ track }: Lane): number => track.records.length
